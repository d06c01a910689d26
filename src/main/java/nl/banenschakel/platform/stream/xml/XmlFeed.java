package nl.banenschakel.platform.stream.xml;

import com.fasterxml.aalto.AsyncByteArrayFeeder;
import com.fasterxml.aalto.AsyncXMLStreamReader;
import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import nl.banenschakel.platform.stream.Decoder.Mistakes;

/**
 * Parses XML as its bytes come in, without waiting for more, and keeps what a hostile file could
 * make grow within limits: depth, names, and what stands between two tags. There is no document
 * type and so there are no entities. What breaks a rule is one mistake with its line and column,
 * after which nothing more of the file is read.
 */
public final class XmlFeed {
  /** Elements within each other, the root included. */
  public static final int DEPTH_MAX = 20;

  /** No text, comment or tag is longer: the parser would have to keep it. */
  static final int UNBROKEN_BYTES_MAX = 64 * 1024;

  private static final String NO_DOCTYPE = "A DOCTYPE is not taken here: leave it out.";
  private static final String MALFORMED =
      "This is no well-formed XML from here on: the file was cut off or changed after it was made.";
  private static final String ENCODINGS = "Expected the encoding UTF-8 or ISO-8859-1.";

  /** Is told what is parsed. */
  public interface Events {
    /**
     * An element begins.
     *
     * @return false to step over it with all that is in it: nothing more of it is told
     */
    boolean opened(String namespace, String name);

    /** Whether the text in the innermost element is wanted: else it is not even decoded. */
    boolean wantsText();

    /** A piece of the text between two tags. */
    void text(char[] chars, int from, int count);

    /** The element that was opened last and is still open ends. */
    void closed();
  }

  private final AsyncXMLStreamReader<AsyncByteArrayFeeder> xml;
  private final Events events;
  private final Mistakes mistakes;
  private final XmlNames names = new XmlNames();
  private final XmlPosition position = new XmlPosition();

  private int depth;
  private int skippedDepth;
  private long tags;
  private long tagsAtMark;
  private boolean ended;
  private boolean stopped;

  /** Tells these events; adds what is no XML to the mistakes. */
  public XmlFeed(Events events, Mistakes mistakes) {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    this.xml = factory.createAsyncForByteArray();
    this.events = events;
    this.mistakes = mistakes;
  }

  /** Parses on over these bytes. */
  public void feed(byte[] piece) {
    for (int from = position.markBytes(piece); from < piece.length && !stopped; ) {
      int untilMark = UNBROKEN_BYTES_MAX - (int) (position.passed() % UNBROKEN_BYTES_MAX);
      int count = Math.min(piece.length - from, untilMark);
      // The parser loses count of columns in a part of an array.
      parse(count == piece.length ? piece : Arrays.copyOfRange(piece, from, from + count));
      from += count;
      if (count == untilMark) {
        requireTagsSinceMark();
      }
    }
  }

  /** Tells of what lacks at the end of the file. */
  public void end() {
    if (!stopped) {
      xml.getInputFeeder().endOfInput();
      parse();
    }
    if (!stopped && !ended) {
      malformed();
    }
  }

  /** An attribute of the element that is being opened, by a name without namespace. */
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(xml.getAttributeValue("", name));
  }

  /** All of them, in the order of the file. */
  public List<XmlAttribute> attributes() {
    return XmlAttribute.all(xml);
  }

  /** The line of what is parsed now, from 1: in the root only. */
  public int line() {
    return position.line(here());
  }

  /** Reads nothing more, because of a mistake at the tag that was parsed last. */
  public void stop(String code, String detail) {
    if (!stopped) {
      mistakes.add(position.at(here()), code, detail);
    }
    stopped = true;
  }

  private void parse(byte[] bytes) {
    if (position.passed() == 0 && isUtf16(bytes[0])) {
      stop("ENCODING_UNSUPPORTED", ENCODINGS);
      return;
    }
    position.begin(bytes);
    try {
      xml.getInputFeeder().feedInput(bytes, 0, bytes.length);
    } catch (XMLStreamException misuse) {
      throw new IllegalStateException("The parser takes no more bytes", misuse);
    }
    parse();
    position.finish();
  }

  private void parse() {
    try {
      while (!stopped && !ended) {
        int event = XmlStep.next(xml);
        if (event == AsyncXMLStreamReader.EVENT_INCOMPLETE) {
          return;
        }
        take(event);
      }
    } catch (XMLStreamException | UncheckedStreamException refused) {
      refused(String.valueOf(refused.getMessage()));
    }
  }

  private void take(int event) throws XMLStreamException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> opened();
      case XMLStreamConstants.END_ELEMENT -> closed();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
      case XMLStreamConstants.PROCESSING_INSTRUCTION ->
          requireFewNames(names.isOneTooMany(xml.getPITarget()));
      case XMLStreamConstants.ENTITY_REFERENCE -> malformed();
      case XMLStreamConstants.DTD -> stop("DOCTYPE_NOT_ALLOWED", NO_DOCTYPE);
      case XMLStreamConstants.END_DOCUMENT -> ended = true;
      default -> {}
    }
  }

  private void opened() {
    tags++;
    depth++;
    if (!position.isInRoot()) {
      position.enterRoot(here());
    }
    var name = xml.getLocalName();
    requireFewNames(names.areTooManyAt(xml));
    if (depth > DEPTH_MAX) {
      stop(
          "XML_TOO_DEEP",
          "Elements may stand at most %d deep within each other.".formatted(DEPTH_MAX));
    } else if (skippedDepth > 0) {
      skippedDepth++;
    } else if (!stopped && !events.opened(xml.getNamespaceURI(), name)) {
      skippedDepth = 1;
    }
  }

  private void text() throws XMLStreamException {
    if (skippedDepth == 0 && events.wantsText()) {
      events.text(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }
  }

  private void closed() {
    tags++;
    depth--;
    if (skippedDepth > 0) {
      skippedDepth--;
    } else {
      events.closed();
    }
  }

  private void requireFewNames(boolean tooMany) {
    if (tooMany) {
      stop(
          "XML_NAMES_TOO_MANY",
          "There are more than %d different names: no file that is taken here has so many."
              .formatted(XmlNames.NAMES_MAX));
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

  /** What the parser says may hold a piece of the file: it is looked at and not passed on. */
  private void refused(String why) {
    if (why.contains("Unsupported encoding")) {
      stop("ENCODING_UNSUPPORTED", ENCODINGS);
    } else {
      malformed();
    }
  }

  private void malformed() {
    boolean doctype = position.metDoctype(here());
    stop(doctype ? "DOCTYPE_NOT_ALLOWED" : "XML_MALFORMED", doctype ? NO_DOCTYPE : MALFORMED);
  }

  private Location here() {
    return xml.getLocationInfo().getCurrentLocation();
  }

  /** The parser takes bytes of one width only; UTF-16 begins with one of these. */
  private static boolean isUtf16(byte first) {
    return first == 0 || (first & 0xFF) >= 0xFE;
  }
}
