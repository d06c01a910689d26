package nl.banenschakel.employment.resource;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;

/** Contracts over HTTP. */
final class ContractRoutes {
  private static final Set<Role> HR = Set.of(Role.HR);
  private static final int YEAR_MIN = 1900;
  private static final int YEAR_MAX = 2199;

  private final ContractService contracts;

  ContractRoutes(ContractService contracts) {
    this.contracts = contracts;
  }

  void mount(Endpoints http) {
    http.get("listContracts", "/v1/contracts", HR, Reads.PAYROLL, this::list);
    http.get("getContract", "/v1/contracts/:id", HR, Reads.PAYROLL, this::get);
    http.delete("endContract", "/v1/contracts/:id", HR, Reads.PAYROLL, this::end);
  }

  /** Which part of the list is asked for: of all that are open, or of what changed. */
  private record Asked(Paging paging, KnownAt asOf, Optional<ChangePosition> since) {
    static Asked of(Call call) {
      var parameters = call.parameters();
      var paging = Paging.of(parameters);
      var asOf = parameters.asOf();
      var since = parameters.query("changedSince", ChangePosition::parse).optional();
      return parameters.build(() -> new Asked(paging.get(), asOf.get(), since.get()).valid());
    }

    private Asked valid() {
      if (since.isPresent() && (asOf.moment().isPresent() || paging.after().isPresent())) {
        throw new Failure.Invalid(
            List.of(
                new Violation(
                    "query changedSince",
                    "PARAMETERS_EXCLUDE",
                    "Changes are read up to now and go on by changedSince itself: leave asOf and after"
                        + " out.")));
      }
      return this;
    }
  }

  private Future<Reply> list(Call call) {
    var asked = Asked.of(call);
    var paging = asked.paging();
    if (asked.since().isPresent()) {
      return contracts
          .changes(call.caller(), asked.since().get(), paging.limit())
          .map(changes -> Reply.ok(ContractJson.of(changes)).about(people(changes.contracts())));
    }
    return contracts
        .list(call.caller(), asked.asOf(), paging.after(), paging.fetch())
        .map(
            found ->
                Reply.ok(paging.page(found, Contract::id, ContractJson::of))
                    .about(people(paging.given(found))));
  }

  private Future<Reply> get(Call call) {
    var id = call.pathId("id");
    var parameters = call.parameters();
    var named = parameters.asOf();
    var asOf = parameters.build(named);
    return contracts.find(call.caller(), id, asOf).map(ContractRoutes::reply);
  }

  private Future<Reply> end(Call call) {
    var id = call.pathId("id");
    var parameters = call.parameters();
    var lastDay = parameters.query("on", ContractRoutes::day).required();
    var tags = parameters.ifMatch();
    return parameters.build(
        () ->
            contracts.end(call.caller(), id, tags.get(), lastDay.get()).map(ContractRoutes::reply));
  }

  /** A day that the database knows: a typing error in the year would otherwise be our fault. */
  private static LocalDate day(String text) {
    var day = LocalDate.parse(text);
    if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX) {
      throw new Malformed(
          "DATE_YEAR", "Expected a year from %d to %d.".formatted(YEAR_MIN, YEAR_MAX));
    }
    return day;
  }

  /** A closed contract tells whose it was by a personnel number only. */
  private static People people(List<Contract> contracts) {
    var persons =
        contracts.stream()
            .flatMap(contract -> contract.parts().stream())
            .map(Contract.Part::person)
            .toList();
    return contracts.stream().allMatch(Contract::isOpen)
        ? People.of(persons)
        : People.atLeast(persons);
  }

  private static Reply reply(Contract contract) {
    return Reply.ok(ContractJson.of(contract))
        .with("ETag", contract.tag())
        .about(people(List.of(contract)));
  }
}
