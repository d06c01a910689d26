package nl.banenschakel.register.connector;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.json.PlainJson;
import nl.banenschakel.platform.json.StrictJson;
import nl.banenschakel.register.EvidenceDraft;

/**
 * The bodies of {@code openapi/register-connector.yaml}. Answers are read strictly: a member too
 * many may be the ground of a registration, which may not come in.
 */
final class BridgeJson {
  /** People on a page. */
  static final int PAGE_MAX = 10_000;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~-]{1,100}");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");

  private BridgeJson() {}

  /** Where a list goes on: both as the page before gave them. */
  record Cursor(String list, String after) {}

  /** One page of a list. */
  record Page(
      String list,
      Loonheffingennummer number,
      LocalDate peildatum,
      Optional<LocalDate> updatedTo,
      int persons,
      List<Bsn> bsns,
      Optional<String> next) {

    /** Where the next one begins, if there is one. */
    Optional<Cursor> following() {
      return next.map(after -> new Cursor(list, after));
    }

    /** Whether another page is of the same list. */
    boolean isOfOneListWith(Page other) {
      return list.equals(other.list)
          && number.equals(other.number)
          && peildatum.equals(other.peildatum)
          && updatedTo.equals(other.updatedTo)
          && persons == other.persons;
    }
  }

  static Buffer listSearch(Loonheffingennummer number, Optional<Cursor> cursor) {
    var search = new JsonObject().put("loonheffingennummer", number.text()).put("limit", PAGE_MAX);
    cursor.ifPresent(at -> search.put("list", at.list()).put("after", at.after()));
    return PlainJson.write(search);
  }

  static Buffer answerSearch(Loonheffingennummer number, Bsn bsn, RegisterBridge.Purpose purpose) {
    return PlainJson.write(
        new JsonObject()
            .put("loonheffingennummer", number.text())
            .put("bsn", bsn.digits())
            .put("purpose", purpose.name().toLowerCase(Locale.ROOT)));
  }

  /** A page of a list, or {@link BridgeFailed} with every mistake. */
  static Page page(Buffer body, LocalDate today) {
    return read(
        body,
        in -> {
          var list = in.required("list", BridgeJson::name);
          var number = in.required("loonheffingennummer", Loonheffingennummer::parse);
          var peildatum = in.required("peildatum", text -> EvidenceDraft.day(text, today));
          var updatedTo = in.optional("updatedTo", text -> EvidenceDraft.day(text, today));
          var persons = in.requiredNumber("persons", BridgeJson::persons);
          var bsns = in.values("bsns", 0, PAGE_MAX, Bsn::parse);
          var next = in.optional("next", BridgeJson::name);
          return in.build(
              () ->
                  new Page(
                      list.get(),
                      number.get(),
                      peildatum.get(),
                      updatedTo.optional(),
                      persons.get(),
                      bsns.get(),
                      next.optional()));
        });
  }

  /** An answer about one person, or {@link BridgeFailed} with every mistake. */
  static BridgeAnswer answer(Buffer body, LocalDate today) {
    return read(
        body,
        in -> {
          var isIn = in.required("answer", BridgeJson::isIn);
          var peildatum = in.required("peildatum", text -> EvidenceDraft.day(text, today));
          var from = in.optional("from", Days::parse);
          var until = in.optional("until", Days::parse);
          var updatedTo = in.optional("updatedTo", text -> EvidenceDraft.day(text, today));
          return in.build(
              () ->
                  consistent(
                      new BridgeAnswer(
                          isIn.get(),
                          peildatum.get(),
                          from.optional(),
                          until.optional(),
                          updatedTo.optional())));
        });
  }

  /** A period that ends before it begins, or that tells otherwise than in or out does, is none. */
  private static BridgeAnswer consistent(BridgeAnswer answer) {
    var from = answer.from();
    var until = answer.until();
    boolean reversed = from.isPresent() && until.filter(from.get()::isAfter).isPresent();
    boolean hasEnded = until.filter(answer.peildatum()::isAfter).isPresent();
    boolean hasBegun = from.filter(answer.peildatum()::isBefore).isEmpty();
    boolean runs = (from.isPresent() || until.isPresent()) ? hasBegun && !hasEnded : answer.isIn();
    if (reversed || runs != answer.isIn()) {
      throw BridgeRefusal.unreadable("Its period contradicts the rest of the answer.");
    }
    return answer;
  }

  /** Until which day the register is up to date, or {@link BridgeFailed}. */
  static LocalDate updatedTo(Buffer body, LocalDate today) {
    return read(
        body,
        in -> {
          var updatedTo = in.required("updatedTo", text -> EvidenceDraft.day(text, today));
          return in.build(updatedTo::get);
        });
  }

  /** The code of a failure, where its body has one. */
  static Optional<String> code(Buffer problem) {
    try {
      return StrictJson.object(problem).getValue("code") instanceof String code
              && CODE.matcher(code).matches()
          ? Optional.of(code)
          : Optional.empty();
    } catch (Failure.Invalid unreadable) {
      return Optional.empty();
    }
  }

  private static <T> T read(Buffer body, Function<Fields, T> parse) {
    try {
      return parse.apply(Fields.of(StrictJson.object(body)));
    } catch (Failure.Invalid invalid) {
      throw BridgeFailed.unreadable(invalid.violations(), invalid.total());
    }
  }

  private static boolean isIn(String text) {
    if (!text.equals("in") && !text.equals("out")) {
      throw new Malformed("CODE_FORM", "Expected in or out.");
    }
    return text.equals("in");
  }

  private static int persons(BigDecimal number) {
    if (number.stripTrailingZeros().scale() > 0
        || number.signum() < 0
        || number.compareTo(BigDecimal.valueOf(BridgeList.PEOPLE_MAX)) > 0) {
      throw new Malformed(
          "NUMBER_RANGE", "Expected a whole number from 0 to %d.".formatted(BridgeList.PEOPLE_MAX));
    }
    return number.intValueExact();
  }

  private static String name(String text) {
    if (!NAME.matcher(text).matches()) {
      throw new Malformed("CODE_FORM", "Expected 1 to 100 letters, digits, and . _ ~ -");
    }
    return text;
  }
}
