package nl.banenschakel.statement.setu;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A message changed in one place, for every place there is: each element taken away, there twice,
 * renamed, changed round with the next, with text or an attribute that does not belong there; each
 * text and attribute with other values.
 */
final class Mutations {
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "x",
          "Customer",
          " Supplier ",
          "StaffingCompany",
          " StaffingCustomer",
          "KvK",
          "BTW",
          "true",
          "1",
          "yes",
          "-1",
          "0",
          "99",
          "100.5",
          "8.00",
          "1E2",
          "INF",
          "PT8H",
          "EUR",
          "eur",
          "2026-02-30",
          "2026-03-31",
          "2026-03-31Z",
          "2026-03-31T08:00:00",
          "2026-03-31T08:00:00+02:00",
          "2026-03-31T25:00:00",
          "corrected",
          " rejected",
          "Approved",
          "Void",
          "void",
          "Regular",
          "regular",
          "102B",
          "999X",
          "hourly",
          "daily",
          "Home",
          "next",
          "expense",
          "nl-NL",
          "undefined",
          "Weekly");

  private final Map<String, String> all = new LinkedHashMap<>();
  private final String message;
  private final int every;
  private int count;

  private Mutations(String message, int every) {
    this.message = message;
    this.every = every;
  }

  /**
   * Each by what was changed and where.
   *
   * @param every 1 for all there are, 10 for each tenth of them
   */
  static Map<String, String> of(String message, int every) {
    var mutations = new Mutations(message, every);
    mutations.addAll();
    return mutations.all;
  }

  private void addAll() {
    var elements = elements(Oracle.document(message));
    for (int i = 0; i < elements.size(); i++) {
      int place = i;
      var element = elements.get(i);
      shapes().forEach((name, change) -> put(place, name, change));
      boolean leaf = element.getElementsByTagName("*").getLength() == 0;
      for (var value : VALUES) {
        if (leaf) {
          put(place, "text " + value, it -> it.setTextContent(value));
        }
        for (int a = 0; a < element.getAttributes().getLength(); a++) {
          var name = element.getAttributes().item(a).getNodeName();
          if (!name.startsWith("xmlns") && !name.startsWith("xsi")) {
            put(place, name + " " + value, it -> it.setAttribute(name, value));
            put(place, "no " + name, it -> it.removeAttribute(name));
          }
        }
      }
    }
  }

  private static Map<String, Consumer<Element>> shapes() {
    var shapes = new LinkedHashMap<String, Consumer<Element>>();
    shapes.put("gone", it -> it.getParentNode().removeChild(it));
    shapes.put("twice", it -> it.getParentNode().insertBefore(it.cloneNode(true), it));
    shapes.put(
        "renamed", it -> it.getOwnerDocument().renameNode(it, it.getNamespaceURI(), "Other"));
    shapes.put(
        "in no namespace", it -> it.getOwnerDocument().renameNode(it, "", it.getLocalName()));
    shapes.put(
        "changed round",
        it -> {
          var next = it.getNextSibling();
          while (next != null && !(next instanceof Element)) {
            next = next.getNextSibling();
          }
          if (next != null) {
            it.getParentNode().insertBefore(next, it);
          }
        });
    shapes.put("with text", it -> it.appendChild(it.getOwnerDocument().createTextNode("x")));
    shapes.put("with an attribute", it -> it.setAttribute("other", "x"));
    shapes.put("with an element", it -> it.appendChild(it.getOwnerDocument().createElement("x")));
    shapes.put("empty", it -> it.setTextContent(""));
    return shapes;
  }

  private void put(int place, String what, Consumer<Element> change) {
    count++;
    if (count % every > 0) {
      return;
    }
    var document = Oracle.document(message);
    var element = elements(document).get(place);
    var name = what + ": " + place + " " + element.getNodeName();
    if (element.getParentNode() instanceof Element || !what.matches("gone|twice|changed round")) {
      change.accept(element);
      all.put(name, text(document));
    }
  }

  private static List<Element> elements(Document document) {
    var all = new ArrayList<Element>();
    var found = document.getElementsByTagName("*");
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }

  private static String text(Node document) {
    try {
      var text = new StringWriter();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (TransformerException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
