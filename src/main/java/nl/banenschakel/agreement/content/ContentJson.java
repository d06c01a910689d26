package nl.banenschakel.agreement.content;

import static java.util.stream.Collectors.toCollection;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.banenschakel.agreement.Content;
import nl.banenschakel.agreement.Content.Channel;
import nl.banenschakel.agreement.Content.Frequency;
import nl.banenschakel.agreement.Content.Objecting;
import nl.banenschakel.agreement.Content.Recognition;
import nl.banenschakel.agreement.Content.Regime;
import nl.banenschakel.agreement.Content.Settling;
import nl.banenschakel.agreement.Content.Sharing;
import nl.banenschakel.agreement.Content.Silence;
import nl.banenschakel.agreement.Content.Stating;
import nl.banenschakel.agreement.Side;
import nl.banenschakel.agreement.Terms;
import nl.banenschakel.agreement.Terms.Basis;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.json.Fields.Field;
import nl.banenschakel.relation.RelationKind;

/** What is agreed on, as the contract of the interface writes it, and as it is stored. */
public final class ContentJson {
  private static final int DAYS_MAX = 366;

  private ContentJson() {}

  /** Members in the order of their names, numbers in one form: equal contents are equal texts. */
  public static JsonObject of(Content content) {
    var members = new TreeMap<String, Object>();
    members.put("recognition", content.recognition().map(Words::text).orElse(null));
    members.put("regime", Words.text(content.regime()));
    members.put("validFrom", content.validFrom().toString());
    members.put("validUntil", content.validUntil().map(Object::toString).orElse(null));
    put(members, content.sharing());
    put(members, content.stating());
    put(members, content.objecting());
    put(members, content.settling());
    return new JsonObject(members);
  }

  private static void put(Map<String, Object> members, Sharing sharing) {
    var payers = new JsonArray();
    sharing.opslagPaidBy().stream().sorted().map(Words::text).forEach(payers::add);
    var terms = new JsonArray();
    sharing.terms().forEach(it -> terms.add(TermsJson.of(it)));
    members.put("bonusTo", Words.text(sharing.bonusTo()));
    members.put("opslagPaidBy", payers);
    members.put("terms", terms);
  }

  private static void put(Map<String, Object> members, Stating stating) {
    members.put("stated", Words.text(stating.every()));
    members.put("channel", Words.text(stating.channel()));
    members.put("statementDueDays", stating.dueDays());
    members.put("correctionsUntil", text(stating.correctionsUntil()));
  }

  private static void put(Map<String, Object> members, Objecting objecting) {
    members.put("objectionDays", objecting.days());
    members.put("silence", Words.text(objecting.silence()));
  }

  private static void put(Map<String, Object> members, Settling settling) {
    members.put("settled", Words.text(settling.every()));
    members.put("finalSettlementFrom", text(settling.finalFrom()));
    members.put("trueUp", settling.trueUp());
  }

  /** Reads a draft of an agreement in a setting, or fails with every mistake. */
  public static Content parse(Fields in, Setting setting) {
    var from = in.required("validFrom", Days::parse);
    var until = in.optional("validUntil", Days::parse);
    var regime = in.required("regime", Words.of(Regime.class));
    var sharing = sharing(in, regime, setting);
    var stating = stating(in, setting);
    var objecting = objecting(in, setting);
    var settling = settling(in, setting);
    var recognition = in.optional("recognition", Words.of(Recognition.class));
    requireDays(in, from, until, setting);
    requireRecognition(in, setting);
    return in.build(
        () ->
            new Content(
                from.get(),
                until.optional(),
                regime.get(),
                sharing.get(),
                stating.get(),
                objecting.get(),
                settling.get(),
                recognition.optional()));
  }

  /** Reads what was written by {@link #of}. */
  public static Content stored(JsonObject content, RelationKind kind) {
    return parse(Fields.of(content), Setting.stored(kind));
  }

  private static Supplier<Sharing> sharing(Fields in, Field<Regime> regime, Setting setting) {
    var given = in.optional("bonusTo", Words.of(Side.class));
    var bonusTo = in.has("bonusTo") ? given.optional() : Optional.of(setting.bonusTo());
    var paidBy = payers(in, setting);
    var terms = in.list("terms", 1, Terms.Component.values().length, TermsJson::parse);
    terms.optional().ifPresent(all -> requireTerms(in, regime, all, bonusTo, paidBy));
    return () -> new Sharing(bonusTo.orElseThrow(), paidBy.orElseThrow(), sorted(terms.get()));
  }

  private static List<Terms> sorted(List<Terms> terms) {
    return terms.stream().sorted(Comparator.comparing(Terms::component)).toList();
  }

  private static Supplier<Stating> stating(Fields in, Setting setting) {
    var every = in.optional("stated", Words.of(Frequency.class));
    var channel = in.required("channel", Words.of(Channel.class));
    var due = in.optionalNumber("statementDueDays", days(0));
    var until = in.optional("correctionsUntil", ContentJson::monthDay);
    return () ->
        new Stating(
            every.optional().orElse(Frequency.QUARTER),
            channel.get(),
            due.optional().orElseGet(setting::statementDueDays),
            until.optional().orElseGet(setting::correctionsUntil));
  }

  private static Supplier<Objecting> objecting(Fields in, Setting setting) {
    var days = in.optionalNumber("objectionDays", days(1));
    var silence = in.required("silence", Words.of(Silence.class));
    return () -> new Objecting(days.optional().orElseGet(setting::objectionDays), silence.get());
  }

  private static Supplier<Settling> settling(Fields in, Setting setting) {
    var every = in.optional("settled", Words.of(Frequency.class));
    var finalFrom = in.optional("finalSettlementFrom", ContentJson::monthDay);
    var trueUp = in.flag("trueUp");
    return () ->
        new Settling(
            every.optional().orElse(Frequency.QUARTER),
            finalFrom.optional().orElseGet(setting::finalFrom),
            trueUp.optional().orElse(true));
  }

  /** Empty where they cannot be read. */
  private static Optional<Set<Side>> payers(Fields in, Setting setting) {
    if (!in.has("opslagPaidBy")) {
      var unused = in.optional("opslagPaidBy", text -> text);
      return Optional.of(setting.opslagPaidBy());
    }
    return in.values("opslagPaidBy", 1, Side.values().length, Words.of(Side.class))
        .optional()
        .map(all -> all.stream().collect(toCollection(() -> EnumSet.noneOf(Side.class))));
  }

  private static void requireDays(
      Fields in, Field<LocalDate> from, Field<LocalDate> until, Setting setting) {
    var first = from.optional();
    if (first.isPresent() && until.optional().filter(first.get()::isAfter).isPresent()) {
      in.refuse("validUntil", "DATE_ORDER", "The last day lies before the first one.");
    }
    boolean before = first.filter(day -> day.isBefore(setting.firstDay())).isPresent();
    if (before
        || first.filter(day -> setting.lastDay().filter(day::isAfter).isPresent()).isPresent()) {
      in.refuse("validFrom", "OUTSIDE_RELATION", "The relation does not run on this day.");
    }
  }

  private static void requireTerms(
      Fields in,
      Field<Regime> regime,
      List<Terms> terms,
      Optional<Side> bonusTo,
      Optional<Set<Side>> paidBy) {
    var seen = new HashSet<Terms.Component>();
    for (int i = 0; i < terms.size(); i++) {
      var it = terms.get(i);
      var at = "terms/" + i + "/";
      if (!seen.add(it.component())) {
        in.refuse(at + "component", "TERMS_TWICE", "There are terms for this component already.");
      }
      if (regime.optional().filter(rules -> !rules.has(it.component())).isPresent()) {
        in.refuse(
            at + "component", "COMPONENT_OUTSIDE_REGIME", "There is no such thing in this regime.");
      }
      if (it.basis() == Basis.PERCENTAGE_OF_RECEIVED
          && bonusTo.filter(to -> it.payer() != to).isPresent()) {
        in.refuse(at + "payer", "PAYER_UNFIT", "Who receives nothing of it pays no share of that.");
      }
      if (it.basis() == Basis.PERCENTAGE_OF_PAID
          && it.component() == Terms.Component.OPSLAG
          && paidBy.filter(all -> !all.contains(it.payer().other())).isPresent()) {
        in.refuse(at + "payer", "PAYER_UNFIT", "The other one pays no opslag to take a share of.");
      }
    }
  }

  private static void requireRecognition(Fields in, Setting setting) {
    boolean procurement = setting.kind() == RelationKind.INKOOP;
    if (procurement != in.has("recognition")) {
      in.refuse(
          "recognition",
          "RECOGNITION_OF_PROCUREMENT",
          "Say of procurement, and of procurement only, when hours count.");
    }
  }

  private static Function<BigDecimal, Integer> days(int least) {
    return sent -> {
      if (sent.stripTrailingZeros().scale() > 0
          || sent.compareTo(BigDecimal.valueOf(least)) < 0
          || sent.compareTo(BigDecimal.valueOf(DAYS_MAX)) > 0) {
        throw new Malformed(
            "DAYS_RANGE", "Expected %d to %d whole days.".formatted(least, DAYS_MAX));
      }
      return sent.intValue();
    };
  }

  /** Of every year: so 29 February is none. */
  private static MonthDay monthDay(String text) {
    var day = MonthDay.parse("--" + text);
    if (!day.isValidYear(1)) {
      throw new Malformed("MONTH_DAY", "Expected a day of every year, such as 05-01.");
    }
    return day;
  }

  private static String text(MonthDay day) {
    return day.toString().substring(2);
  }
}
