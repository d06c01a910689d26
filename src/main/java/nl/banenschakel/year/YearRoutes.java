package nl.banenschakel.year;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Parameters;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.platform.intake.Mode;

/** Years over HTTP. */
final class YearRoutes {
  private static final String PATH = "/v1/years";
  private static final String YEAR = PATH + "/:year";
  private static final int OPENING_MAX = 1_000_000;
  private static final Set<Role> OPEN = Set.of(Role.HR, Role.PAYROLL);
  private static final Set<Role> READ = Set.of(Role.HR, Role.PAYROLL, Role.FINANCE, Role.REVIEWER);

  private final YearService years;

  YearRoutes(YearService years) {
    this.years = years;
  }

  void mount(Endpoints http) {
    http.post("openYear", PATH, OPEN, Reads.NO_PERSONS, this::open);
    http.get("listYears", PATH, READ, Reads.NO_PERSONS, this::list);
    http.get("getYear", YEAR, READ, Reads.NO_PERSONS, this::get);
    http.command("refreshYear", YEAR + "/_refresh", OPEN, Reads.NO_PERSONS, this::refresh);
    http.get("listCarriedContracts", YEAR + "/contracts", OPEN, Reads.PAYROLL, this::carried);
    http.get("listLeftBehind", YEAR + "/left-behind", OPEN, Reads.REGISTER, this::left);
  }

  /** Where a year can be read. */
  static String address(int year) {
    return PATH + "/" + year;
  }

  private Future<Reply> open(Call call) {
    var parameters = call.parameters();
    var mode = parameters.build(Mode.of(parameters));
    return call.json(YearDraft::parse)
        .compose(draft -> years.open(call.caller(), mode, draft.year()))
        .map(
            opened -> {
              var json = YearJson.of(opened.figures());
              return opened.made() && mode == Mode.REAL
                  ? Reply.created(address(opened.figures().opening().year()), json)
                  : Reply.ok(json);
            });
  }

  private Future<Reply> list(Call call) {
    return call.parameters()
        .build(() -> years.list(call.caller()))
        .map(
            found -> {
              var items = new JsonArray();
              found.forEach(opening -> items.add(YearJson.of(opening)));
              return Reply.ok(new JsonObject().put("items", items));
            });
  }

  private Future<Reply> get(Call call) {
    int year = year(call);
    var parameters = call.parameters();
    var opening = parameters.query("opening", YearRoutes::opening).optional();
    return parameters.build(
        () -> years.find(call.caller(), year, opening.get()).map(it -> Reply.ok(YearJson.of(it))));
  }

  private Future<Reply> refresh(Call call) {
    int year = year(call);
    var parameters = call.parameters();
    var mode = parameters.build(Mode.of(parameters));
    return years.refresh(call.caller(), mode, year).map(it -> Reply.ok(YearJson.of(it)));
  }

  private Future<Reply> carried(Call call) {
    int year = year(call);
    var asked = Asked.of(call.parameters(), false);
    return years
        .carried(call.caller(), year, asked.rows())
        .map(
            found ->
                Reply.ok(asked.paging().page(found, CarriedContract::contract, YearJson::of))
                    .about(
                        People.of(
                            asked.paging().given(found).stream()
                                .map(CarriedContract::person)
                                .toList())));
  }

  private Future<Reply> left(Call call) {
    int year = year(call);
    var asked = Asked.of(call.parameters(), true);
    return years
        .left(call.caller(), year, asked.rows())
        .map(
            found ->
                Reply.ok(asked.paging().page(found, LeftBehind::id, it -> YearJson.of(it, year)))
                    .about(people(asked.paging().given(found))));
  }

  private static People people(List<LeftBehind> given) {
    return People.of(given.stream().flatMap(it -> it.person().stream()).toList());
  }

  /** Which page of which rows. */
  private record Asked(Paging paging, RowQuestion rows) {
    static Asked of(Parameters parameters, boolean byReason) {
      var opening = parameters.query("opening", YearRoutes::opening).optional();
      var change = parameters.query("change", RowQuestion.Change::parse).optional();
      var reason = byReason ? parameters.query("reason", YearRoutes::reason).optional() : none();
      var paging = Paging.of(parameters);
      return parameters.build(
          () ->
              new Asked(
                  paging.get(),
                  new RowQuestion(
                      opening.get(),
                      change.get(),
                      reason.get(),
                      paging.get().after(),
                      paging.get().fetch())));
    }

    private static Supplier<Optional<Reason>> none() {
      return Optional::empty;
    }
  }

  private static int year(Call call) {
    return call.pathText("year", YearDraft::year);
  }

  private static int opening(String text) {
    var number = text.matches("\\d{1,7}") ? new BigDecimal(text).intValueExact() : 0;
    if (number < 1 || number > OPENING_MAX) {
      throw new Malformed(
          "NUMBER_RANGE", "Expected a whole number from 1 to %d.".formatted(OPENING_MAX));
    }
    return number;
  }

  private static Reason reason(String text) {
    try {
      return Reason.valueOf(text);
    } catch (IllegalArgumentException unknown) {
      throw new Malformed(
          "REASON_UNKNOWN", "Expected one of: %s.".formatted(List.of(Reason.values())));
    }
  }
}
