package nl.banenschakel.statement.setu.form;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a message of a form without attributes as XML, its elements in the order of the form. */
public final class XmlWriting {
  private final FormElement root;
  private final String namespace;

  /** Writes messages with this root in this namespace. */
  public XmlWriting(FormElement root, String namespace) {
    this.root = root;
    this.namespace = namespace;
  }

  /** A message that its form allows, in UTF-8. */
  public Buffer write(Members message) {
    var bytes = new ByteArrayOutputStream();
    try {
      var xml = new OutputFactoryImpl().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement(root.name());
      xml.writeDefaultNamespace(namespace);
      members(xml, root, message);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("The message cannot be written", impossible);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  private static void members(XMLStreamWriter xml, FormElement form, Members object)
      throws XMLStreamException {
    for (var child : form.members()) {
      var value = object.value(child.name());
      if (value instanceof List<?> list) {
        for (Object item : list) {
          element(xml, child, item);
        }
      } else if (value != null) {
        element(xml, child, value);
      }
    }
  }

  private static void element(XMLStreamWriter xml, FormElement form, Object value)
      throws XMLStreamException {
    xml.writeStartElement(form.name());
    if (value instanceof Members object) {
      members(xml, form, object);
    } else {
      xml.writeCharacters(Value.toXml(value));
    }
    xml.writeEndElement();
  }
}
