package nl.banenschakel.statement.setu;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What the standard's own XSD and Schematron say of a message. */
public final class Oracle {
  private static final int RULES = 39;
  private static final String SCHEMATRON = "http://purl.oclc.org/dsdl/schematron";

  /** What Java allows an expression to have: together the rules have more. */
  private static final List<String> LIMITS =
      List.of("jdk.xml.xpathExprGrpLimit", "jdk.xml.xpathExprOpLimit", "jdk.xml.xpathTotalOpLimit");

  private final Schema schema;
  private final Optional<XPathExpression> broken;

  private Oracle(Schema schema, Optional<XPathExpression> broken) {
    this.schema = schema;
    this.broken = broken;
  }

  /** Of a time card of 2.0. */
  public static Oracle ofSetu2() {
    return new Oracle(schema("v2.0/Timecard.xsd"), Optional.empty());
  }

  /** Of one of 1.4. */
  public static Oracle ofSetu14() {
    return new Oracle(
        schema("v1.4/xsd/hr-xml/SIDES/TimeCardAdditionalData.xsd"),
        Optional.of(broken(document(Setu.file("v1.4/RTE-v1.4-TimeCard.schematron.xml")))));
  }

  /** Why a message breaks the standard; empty when it does not. */
  public String verdict(String message) {
    try {
      schema.newValidator().validate(new StreamSource(new StringReader(message)));
    } catch (SAXException refused) {
      return String.valueOf(refused.getMessage());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return broken.isPresent() && breaks(broken.get(), document(message))
        ? "a rule of the Schematron"
        : "";
  }

  static Document document(String message) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(message)));
    } catch (ParserConfigurationException | SAXException | IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static boolean breaks(XPathExpression broken, Document document) {
    try {
      return (boolean) broken.evaluate(document, XPathConstants.BOOLEAN);
    } catch (XPathExpressionException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static Schema schema(String file) {
    try {
      assumeTrue(Setu.isThere(), "The standards are not beside the project");
      Path path = Setu.FOLDER.resolve(file);
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(path.toFile());
    } catch (SAXException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** Finds the places where a rule does not hold; each pattern of it has one rule with one test. */
  private static XPathExpression broken(Document schematron) {
    var places = new ArrayList<String>();
    var all = schematron.getElementsByTagNameNS(SCHEMATRON, "rule");
    for (int i = 0; i < all.getLength(); i++) {
      var rule = (Element) all.item(i);
      var test = (Element) rule.getElementsByTagNameNS(SCHEMATRON, "assert").item(0);
      places.add("%s[not(%s)]".formatted(rule.getAttribute("context"), test.getAttribute("test")));
    }
    if (places.size() != RULES) {
      throw new IllegalStateException("There are %d rules".formatted(places.size()));
    }
    LIMITS.forEach(limit -> System.setProperty(limit, "0"));
    try {
      var variables = variables(schematron);
      var xpath = XPathFactory.newInstance().newXPath();
      xpath.setXPathVariableResolver((QName name) -> variables.get(name.getLocalPart()));
      xpath.setNamespaceContext(new Prefixes());
      return xpath.compile("boolean(%s)".formatted(String.join(" | ", places)));
    } catch (XPathExpressionException unreadable) {
      throw new IllegalStateException(unreadable);
    } finally {
      LIMITS.forEach(System::clearProperty);
    }
  }

  private static Map<String, String> variables(Document schematron) {
    var variables = new HashMap<String, String>();
    var all = schematron.getElementsByTagNameNS(SCHEMATRON, "let");
    for (int i = 0; i < all.getLength(); i++) {
      var let = (Element) all.item(i);
      variables.put(let.getAttribute("name"), let.getAttribute("value").replace("'", ""));
    }
    return variables;
  }

  private static final class Prefixes implements NamespaceContext {
    @Override
    public String getNamespaceURI(String prefix) {
      return prefix.equals("setu") ? HrXmlForm.NAMESPACE : XMLConstants.NULL_NS_URI;
    }

    @Override
    public @Nullable String getPrefix(String namespace) {
      return null;
    }

    @Override
    public Iterator<String> getPrefixes(String namespace) {
      return List.<String>of().iterator();
    }
  }
}
