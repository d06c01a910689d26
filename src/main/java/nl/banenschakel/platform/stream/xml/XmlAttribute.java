package nl.banenschakel.platform.stream.xml;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamReader;

/**
 * One attribute of an element.
 *
 * @param namespace empty for a name without a prefix
 */
public record XmlAttribute(String namespace, String name, String value) {
  static List<XmlAttribute> all(XMLStreamReader xml) {
    return IntStream.range(0, xml.getAttributeCount())
        .mapToObj(
            i ->
                new XmlAttribute(
                    Objects.requireNonNullElse(xml.getAttributeNamespace(i), ""),
                    xml.getAttributeLocalName(i),
                    xml.getAttributeValue(i)))
        .toList();
  }
}
