package nl.banenschakel.payroll.resource;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Parameters;
import nl.banenschakel.platform.http.Reply;

/** Wage returns over HTTP, to read. */
final class WageReturnRoutes {
  private static final Set<Role> READ = Set.of(Role.HR, Role.PAYROLL, Role.FINANCE, Role.REVIEWER);

  /** Wages and the LKV flag of each person are not for HR. */
  private static final Set<Role> READ_PEOPLE = Set.of(Role.PAYROLL, Role.FINANCE, Role.REVIEWER);

  private static final String NUMBER = "Loonheffingennummer";

  private final WageReturnService returns;

  WageReturnRoutes(WageReturnService returns) {
    this.returns = returns;
  }

  void mount(Endpoints http) {
    http.get("listWageReturns", "/v1/wage-returns", READ, Reads.NO_PERSONS, this::list);
    http.get("getWageReturn", "/v1/wage-returns/:id", READ, Reads.NO_PERSONS, this::get);
    http.get(
        "listWageReturnRelationships",
        "/v1/wage-returns/:id/relationships",
        READ_PEOPLE,
        Reads.PAYROLL,
        this::relationships);
    http.get(
        "listIncomeRelationships",
        "/v1/income-relationships",
        READ_PEOPLE,
        Reads.PAYROLL,
        this::inForce);
    http.get("listTijdvakken", "/v1/tijdvakken", READ, Reads.NO_PERSONS, this::tijdvakken);
  }

  /** Which part of a list of relationships is asked for. */
  private record Page(KnownAt asOf, Optional<RelationshipPosition> after, int limit) {
    static Supplier<Page> of(Parameters parameters) {
      var asOf = parameters.asOf();
      var after = parameters.query("after", RelationshipPosition::parse).optional();
      var limit = Paging.limit(parameters);
      return () -> new Page(asOf.get(), after.get(), limit.get());
    }

    /** One more than asked for tells whether there are more. */
    int fetch() {
      return limit + 1;
    }

    Reply reply(List<Relationship> fetched) {
      var given = fetched.subList(0, Math.min(limit, fetched.size()));
      var next =
          fetched.size() > limit
              ? Optional.of(RelationshipPosition.of(given.get(limit - 1)))
              : Optional.<RelationshipPosition>empty();
      return Reply.ok(WageReturnJson.of(given, next)).about(people(given));
    }

    /** Somebody without a BSN is nobody who is known here. */
    private static People people(List<Relationship> given) {
      var known = given.stream().flatMap(it -> it.person().stream()).toList();
      return known.size() == given.size() ? People.of(known) : People.atLeast(known);
    }
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var paging = Paging.of(parameters);
    var number = parameters.header(NUMBER, Loonheffingennummer::parse).optional();
    var tijdvak = parameters.query("tijdvak", Tijdvak::parse).optional();
    var asOf = parameters.asOf();
    return parameters.build(
        () ->
            returns
                .list(
                    call.caller(),
                    number.get(),
                    tijdvak.get(),
                    asOf.get(),
                    paging.get().after(),
                    paging.get().fetch())
                .map(
                    found ->
                        Reply.ok(paging.get().page(found, WageReturn::id, WageReturnJson::of))));
  }

  private Future<Reply> get(Call call) {
    var id = call.pathId("id");
    var parameters = call.parameters();
    var named = parameters.asOf();
    var asOf = parameters.build(named);
    return returns.find(call.caller(), id, asOf).map(it -> Reply.ok(WageReturnJson.of(it)));
  }

  private Future<Reply> relationships(Call call) {
    var id = call.pathId("id");
    var parameters = call.parameters();
    var named = Page.of(parameters);
    var page = parameters.build(named);
    return returns
        .ofMessage(call.caller(), id, page.asOf(), page.after(), page.fetch())
        .map(page::reply);
  }

  private Future<Reply> inForce(Call call) {
    var parameters = call.parameters();
    var number = parameters.header(NUMBER, Loonheffingennummer::parse).required();
    var tijdvak = parameters.query("tijdvak", Tijdvak::parse).required();
    var named = Page.of(parameters);
    return parameters.build(
        () -> {
          var page = named.get();
          return returns
              .inForce(
                  call.caller(),
                  number.get(),
                  tijdvak.get(),
                  page.asOf(),
                  page.after(),
                  page.fetch())
              .map(page::reply);
        });
  }

  private Future<Reply> tijdvakken(Call call) {
    var parameters = call.parameters();
    var number = parameters.header(NUMBER, Loonheffingennummer::parse).required();
    var from = parameters.query("from", Tijdvak::parse).optional();
    var until = parameters.query("until", Tijdvak::parse).optional();
    var asOf = parameters.asOf();
    return parameters.build(
        () ->
            returns
                .tijdvakken(call.caller(), number.get(), from.get(), until.get(), asOf.get())
                .map(states -> Reply.ok(WageReturnJson.ofStates(states))));
  }
}
