package nl.banenschakel.payroll;

import com.fasterxml.aalto.AsyncByteArrayFeeder;
import com.fasterxml.aalto.AsyncXMLStreamReader;
import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import org.jspecify.annotations.Nullable;

/**
 * Parses XML as its bytes come in, without waiting for more, and keeps what a hostile file could
 * make grow within limits: depth, names, and what stands between two tags. There is no document
 * type and so there are no entities. What breaks a rule is one mistake with its line and column,
 * after which nothing more of the file is read.
 */
final class XmlFeed {
  static final int DEPTH_MAX = 20;

  /** No text, comment or tag is longer: the parser would have to keep it. */
  static final int UNBROKEN_BYTES_MAX = 64 * 1024;

  /**
   * Different names of elements and attributes: the parser keeps each; the schema has about 200.
   */
  static final int NAMES_MAX = 500;

  private static final String ENCODINGS = "Expected the encoding UTF-8 or ISO-8859-1.";

  /** Is told what is parsed. */
  interface Events {
    void opened(String namespace, String name);

    /** A piece of the text between two tags. */
    void text(char[] chars, int from, int count);

    void closed();
  }

  private final AsyncXMLStreamReader<AsyncByteArrayFeeder> xml;
  private final Events events;
  private final Mistakes mistakes;
  private final Set<String> names = new HashSet<>();

  private int depth;
  private long fed;
  private long tags;
  private long tagsAtMark;
  private boolean ended;
  private boolean stopped;

  XmlFeed(Events events, Mistakes mistakes) {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    this.xml = factory.createAsyncForByteArray();
    this.events = events;
    this.mistakes = mistakes;
  }

  /** Parses on over these bytes. */
  void feed(byte[] piece) {
    for (int from = 0; from < piece.length && !stopped; ) {
      int untilMark = UNBROKEN_BYTES_MAX - (int) (fed % UNBROKEN_BYTES_MAX);
      int count = Math.min(piece.length - from, untilMark);
      feed(piece, from, count);
      from += count;
      if (count == untilMark) {
        requireTagsSinceMark();
      }
    }
  }

  /** Tells of what lacks at the end of the file. */
  void end() {
    if (stopped) {
      return;
    }
    xml.getInputFeeder().endOfInput();
    parse();
    if (!stopped && !ended) {
      malformed(xml.getLocation());
    }
  }

  /** Reads nothing more, because of a mistake at the tag that was parsed last. */
  void stop(String code, String detail) {
    stop(xml.getLocation(), code, detail);
  }

  private void feed(byte[] piece, int from, int count) {
    if (fed == 0 && isUtf16(piece[from])) {
      stopAt("line 1 column 1", "ENCODING_UNSUPPORTED", ENCODINGS);
      return;
    }
    fed += count;
    try {
      xml.getInputFeeder().feedInput(piece, from, count);
      parse();
    } catch (XMLStreamException refused) {
      malformed(xml.getLocation());
    }
  }

  private void parse() {
    try {
      while (!stopped && !ended) {
        int event = xml.next();
        if (event == AsyncXMLStreamReader.EVENT_INCOMPLETE) {
          return;
        }
        take(event);
      }
    } catch (XMLStreamException refused) {
      refused(refused, refused.getLocation());
    } catch (UncheckedStreamException refused) {
      refused(refused, xml.getLocation());
    }
  }

  private void take(int event) throws XMLStreamException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> opened();
      case XMLStreamConstants.END_ELEMENT -> closed();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
          events.text(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> named(xml.getPITarget());
      case XMLStreamConstants.ENTITY_REFERENCE -> malformed(xml.getLocation());
      case XMLStreamConstants.DTD ->
          stop("DOCTYPE_NOT_ALLOWED", "A wage return has no DOCTYPE: leave it out.");
      case XMLStreamConstants.END_DOCUMENT -> ended = true;
      default -> {}
    }
  }

  private void opened() {
    tags++;
    depth++;
    requireFewNames();
    if (depth > DEPTH_MAX) {
      stop(
          "XML_TOO_DEEP",
          "Elements may stand at most %d deep within each other.".formatted(DEPTH_MAX));
    } else if (!stopped) {
      events.opened(xml.getNamespaceURI(), xml.getLocalName());
    }
  }

  private void closed() {
    tags++;
    depth--;
    events.closed();
  }

  private void requireFewNames() {
    named(xml.getLocalName());
    if (!xml.getPrefix().isEmpty()) {
      named(xml.getPrefix());
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      named(xml.getAttributeLocalName(i));
    }
  }

  private void named(String name) {
    if (names.add(name) && names.size() > NAMES_MAX) {
      stop(
          "XML_NAMES_TOO_MANY",
          "There are more than %d different names: this is no wage return.".formatted(NAMES_MAX));
    }
  }

  private void requireTagsSinceMark() {
    if (tags == tagsAtMark) {
      stop(
          "TEXT_TOO_LONG",
          "A text, comment or tag is longer than %d bytes.".formatted(UNBROKEN_BYTES_MAX));
    }
    tagsAtMark = tags;
  }

  private void refused(Exception refused, @Nullable Location at) {
    // What the parser says may hold a piece of the file: it is looked at and not passed on.
    if (String.valueOf(refused.getMessage()).contains("Unsupported encoding")) {
      stopAt("line 1 column 1", "ENCODING_UNSUPPORTED", ENCODINGS);
    } else {
      malformed(at == null ? xml.getLocation() : at);
    }
  }

  private void malformed(Location location) {
    stop(
        location,
        "XML_MALFORMED",
        "This is no well-formed XML from here on: the file was cut off or changed after it was"
            + " made.");
  }

  private void stop(Location location, String code, String detail) {
    stopAt(
        "line %d column %d".formatted(location.getLineNumber(), location.getColumnNumber()),
        code,
        detail);
  }

  private void stopAt(String at, String code, String detail) {
    if (!stopped) {
      mistakes.add(at, code, detail);
    }
    stopped = true;
  }

  /** The parser takes bytes of one width only; in UTF-16 one of the first two is one of these. */
  private static boolean isUtf16(byte first) {
    return first == 0 || (first & 0xFF) >= 0xFE;
  }
}
