package nl.banenschakel.platform.stream.xml;

import com.fasterxml.aalto.AsyncXMLStreamReader;
import com.fasterxml.aalto.UncheckedStreamException;
import javax.xml.stream.XMLStreamException;

/** One step of the parser. */
final class XmlStep {
  private XmlStep() {}

  /**
   * The next event.
   *
   * @throws XMLStreamException also where the parser trips over a name that is not allowed, such as
   *     xmlns as the prefix of an element: it then throws an exception of no kind of its own
   */
  static int next(AsyncXMLStreamReader<?> xml) throws XMLStreamException {
    try {
      return xml.next();
    } catch (UncheckedStreamException refused) {
      throw refused;
    } catch (RuntimeException tripped) {
      throw new XMLStreamException("The parser tripped", tripped);
    }
  }
}
