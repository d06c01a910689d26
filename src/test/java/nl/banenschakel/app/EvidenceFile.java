package nl.banenschakel.app;

import static nl.banenschakel.app.ColumnSamples.mapping;
import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;

import java.util.Arrays;
import java.util.List;

/** The two kinds of evidence of the register, each with files whose heads nobody knows. */
enum EvidenceFile {
  LIST(
      "register-snapshot",
      "/v1/register-snapshots",
      "/v1/register-snapshot-column-mappings",
      "Nr;Persoon;Regeling\n1;" + ANNA + ";x\n2;" + BAS + ";y\n",
      mapping("Nr", "ignore", "persoon.", "bsn", "Regeling", "ignore"),
      "bsn",
      ANNA + "\n" + BAS + "\n"),
  ANSWERS(
      "register-answers",
      "/v1/register-answers",
      "/v1/register-answer-column-mappings",
      "Persoon;Status;Per;Eind;Regeling\n" + ANNA + ";in;10-02-2026;;x\n" + BAS + ";uit;;;y\n",
      mapping(
          "persoon.",
          "bsn",
          "Status",
          "answer",
          "Per",
          "from",
          "Eind",
          "until",
          "Afgemeld",
          "signedOutOn",
          "Regeling",
          "ignore"),
      "bsn answer from until",
      ANNA + ";in;2026-02-10;;\n" + BAS + ";uit;;;\n");

  final String upload;
  final String deliveries;
  final String mappings;
  final String odd;
  final String oddMapping;
  final String found;
  final String pasted;

  EvidenceFile(
      String upload,
      String deliveries,
      String mappings,
      String odd,
      String oddMapping,
      String found,
      String pasted) {
    this.upload = upload;
    this.deliveries = deliveries;
    this.mappings = mappings;
    this.odd = odd;
    this.oddMapping = oddMapping;
    this.found = found;
    this.pasted = pasted;
  }

  /** The fields that its columns are for, by its mapping. */
  List<String> found() {
    return Arrays.asList(found.split(" ", -1));
  }

  /** How many columns its table has. */
  int width() {
    return 1 + (int) odd.lines().findFirst().orElseThrow().chars().filter(c -> c == ';').count();
  }

  /** One of its lines, from 1. */
  String line(int number) {
    return odd.lines().skip(number - 1L).findFirst().orElseThrow() + "\n";
  }
}
