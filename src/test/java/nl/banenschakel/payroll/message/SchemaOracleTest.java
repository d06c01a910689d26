package nl.banenschakel.payroll.message;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import nl.banenschakel.app.demo.WageReturnXml;
import nl.banenschakel.kernel.Tijdvak;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The tax authority's schema of 2026 as the oracle: what it refuses of the elements that are read,
 * the decoder refuses too. The other way round the decoder is stricter: it asks for the 11-proef
 * and for days that belong together.
 */
class SchemaOracleTest {
  private static final Path STANDARD = Path.of("../shared/standards/loonaangifte");
  private static final String SAMPLE = "sample-2026-05-met-tijdvakcorrectie.synthetic.xml";

  /** Of these no figure is made: the totals of the message itself may lack. */
  private static final Set<String> NEED_NOT_BE_THERE =
      Set.of("CollectieveAangifte", "TotPrlnAofAnwLg", "TotPrlnAofAnwHg");

  private static Schema schema;

  /** What is done to one element. */
  enum Mutation {
    MISSING {
      @Override
      boolean apply(Element element) {
        element.getParentNode().removeChild(element);
        return !NEED_NOT_BE_THERE.contains(element.getLocalName());
      }
    },
    DOUBLE {
      @Override
      boolean apply(Element element) {
        element.getParentNode().insertBefore(element.cloneNode(true), element);
        return true;
      }
    },
    /** Behind the next element that is read too. */
    OUT_OF_ORDER {
      @Override
      boolean apply(Element element) {
        var next = element.getNextSibling();
        while (next != null && !isRead(next)) {
          next = next.getNextSibling();
        }
        if (next == null) {
          return false;
        }
        element.getParentNode().insertBefore(next, element);
        return true;
      }
    },
    WRONG_TYPE {
      @Override
      boolean apply(Element element) {
        return setText(element, "x,y");
      }
    },
    EMPTY {
      @Override
      boolean apply(Element element) {
        return setText(element, "");
      }
    };

    /** Whether there is something to compare. */
    abstract boolean apply(Element element);

    private static boolean setText(Element leaf, String text) {
      if (leaf.getElementsByTagName("*").getLength() > 0) {
        return false;
      }
      leaf.setTextContent(text);
      return true;
    }
  }

  @BeforeAll
  static void load() throws SAXException {
    var file = STANDARD.resolve("Loonaangifte2026v2.0.xsd");
    assumeTrue(Files.exists(file), "The standards are not beside the project");
    schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file.toFile());
  }

  @Test
  void returns_that_we_generate_are_valid_and_are_read() throws IOException {
    for (var kind : List.of("VolledigeAangifte", "AanvullendeAangifte")) {
      var sentAt = LocalDateTime.parse("2026-02-12T09:30:00");
      var xml = new WageReturnXml(kind, "001000275L01", Tijdvak.parse("2026-M01"), sentAt);
      var generated =
          xml.head()
              + xml.relationship("E-1", "999993653", 120, true)
              + xml.relationship("E-2", "999994086", 80, false)
              + xml.tail();

      assertThat(isValid(generated)).isTrue();
      assertThat(Decoding.of(generated).mistakes()).isEmpty();
    }
  }

  @Test
  void the_sample_is_valid_and_is_read() throws IOException {
    var sample = Files.readString(STANDARD.resolve(SAMPLE));

    assertThat(isValid(sample)).isTrue();
    assertThat(Decoding.of(sample).mistakes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void what_the_schema_refuses_the_decoder_refuses_too(Mutation mutation) throws IOException {
    var passed = new TreeSet<String>();
    int refused = 0;
    int elements = read(sample()).size();
    for (int i = 0; i < elements; i++) {
      var document = sample();
      var element = read(document).get(i);
      var name = element.getLocalName();
      if (mutation.apply(element) && !isValid(text(document))) {
        refused++;
        if (Decoding.of(text(document)).mistakes().isEmpty()) {
          passed.add(name);
        }
      }
    }

    assertThat(passed).isEmpty();
    assertThat(refused).isGreaterThan(20);
  }

  /** Every element that is read, wherever it stands, below the root. */
  private static List<Element> read(Document document) {
    var all = document.getDocumentElement().getElementsByTagName("*");
    return IntStream.range(0, all.getLength())
        .mapToObj(all::item)
        .filter(SchemaOracleTest::isRead)
        .map(Element.class::cast)
        .toList();
  }

  /** By its parent: one name may stand in several places, and be read in some of them only. */
  private static boolean isRead(Node node) {
    return node instanceof Element element
        && element.getParentNode() instanceof Element parent
        && childrenOf(parent.getLocalName()).contains(element.getLocalName());
  }

  private static Set<String> childrenOf(String parent) {
    return Arrays.stream(nl.banenschakel.payroll.message.Element.values())
        .filter(it -> it.xmlName().equals(parent))
        .flatMap(it -> it.children().stream())
        .map(child -> child.element().xmlName())
        .collect(toSet());
  }

  private static Document sample() throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      var bytes = Files.readAllBytes(STANDARD.resolve(SAMPLE));
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    } catch (ParserConfigurationException | SAXException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String text(Document document) {
    try {
      var text = new StringWriter();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (TransformerException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  private static boolean isValid(String xml) throws IOException {
    try {
      schema.newValidator().validate(new StreamSource(new StringReader(xml)));
      return true;
    } catch (SAXException invalid) {
      return false;
    }
  }
}
