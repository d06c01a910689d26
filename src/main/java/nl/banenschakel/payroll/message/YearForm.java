package nl.banenschakel.payroll.message;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of the wage return by year: every year has a namespace of its own, and a few elements
 * that other years have not. What is the same in all of them stands in {@link Element}.
 *
 * <p>2025 asks for the LKV as {@code IndAvrLkvDgBafSb}; 2027 (package LH2027v1.5) has {@code
 * EhFossAutos} and no longer {@code IndAvrLkvOudrWn}.
 */
@SuppressWarnings("ImmutableEnumChecker") // the maps are never changed after the constructor
enum YearForm {
  Y2025(2025, "2025/01", "IndAvrLkvDgBafSb", "IndAvrLkvDgBaf", "EhFossAutos"),
  Y2026(2026, "2026/01", "IndAvrLkvDgBaf", "IndAvrLkvDgBafSb", "EhFossAutos"),
  Y2027(2027, "2027/01", "IndAvrLkvDgBaf", "IndAvrLkvDgBafSb", "IndAvrLkvOudrWn");

  /** The years that are read, for people. */
  static final String YEARS =
      Arrays.stream(values())
          .map(form -> Integer.toString(form.year))
          .collect(Collectors.joining(", "));

  private static final String NAMESPACES = "http://xml.belastingdienst.nl/schemas/Loonaangifte/";
  private static final Pattern OF_ANY_YEAR =
      Pattern.compile(Pattern.quote(NAMESPACES) + "(20\\d\\d)/\\d\\d");

  private final int year;
  private final String namespace;
  private final Map<Element, Map<String, Element>> children = new EnumMap<>(Element.class);
  private final int[][] orders = new int[Element.values().length][Element.values().length];

  YearForm(int year, String version, String lkvRequest, String... ofOtherYears) {
    this.year = year;
    this.namespace = "http://xml.belastingdienst.nl/schemas/Loonaangifte/" + version;
    for (var parent : Element.values()) {
      var named = new HashMap<String, Element>();
      for (var child : parent.children()) {
        var element = child.element();
        var name = element == Element.LKV_REQUEST ? lkvRequest : element.xmlName();
        named.put(name, element);
        orders[parent.index()][element.index()] = parent.children().indexOf(child);
      }
      if (parent == Element.INKOMSTENPERIODE || parent == Element.COLLECTIEVE_AANGIFTE) {
        List.of(ofOtherYears).forEach(name -> named.put(name, Element.OF_OTHER_YEAR));
      }
      children.put(parent, named);
    }
  }

  /** The form with that namespace. */
  static Optional<YearForm> of(String namespace) {
    return Arrays.stream(values()).filter(form -> form.namespace.equals(namespace)).findFirst();
  }

  /** The year that a namespace of the tax authority names, whether it is read here or not. */
  static Optional<Integer> yearIn(String namespace) {
    var match = OF_ANY_YEAR.matcher(namespace);
    return match.matches() ? Optional.of(Integer.parseInt(match.group(1))) : Optional.empty();
  }

  /** Every namespace that is read, for people. */
  static String namespaces() {
    return Arrays.stream(values()).map(form -> form.namespace).collect(Collectors.joining(", "));
  }

  int year() {
    return year;
  }

  String namespace() {
    return namespace;
  }

  /** The child of that name, {@link Element#OF_OTHER_YEAR}, or null when it is not read. */
  @Nullable Element child(Element parent, String name) {
    var named = children.get(parent);
    return named == null ? null : named.get(name);
  }

  /** The place of a child among those of its parent. */
  int order(Element parent, Element child) {
    return orders[parent.index()][child.index()];
  }
}
