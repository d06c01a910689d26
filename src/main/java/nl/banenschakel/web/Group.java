package nl.banenschakel.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import nl.banenschakel.report.Report;
import nl.banenschakel.report.Sentences;

/**
 * Differences of one code, under one heading.
 *
 * @param code one of the closed list (DOMAIN 6)
 * @param findings at least one, in the report's order
 */
public record Group(String code, List<Report.Finding> findings) {

  /** The groups in the order in which the report has their codes. */
  static List<Group> of(List<Report.Finding> findings) {
    var byCode = new LinkedHashMap<String, List<Report.Finding>>();
    for (var finding : findings) {
      byCode.computeIfAbsent(finding.code(), code -> new ArrayList<>()).add(finding);
    }
    return byCode.entrySet().stream()
        .map(entry -> new Group(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  /** The heading. */
  public String title() {
    return Sentences.DUTCH.title(code);
  }

  /** The name of its place in the page. */
  public String anchor() {
    return "verschil-" + code.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
