package nl.banenschakel.architecture;

import static nl.banenschakel.app.SampleFiles.NUMBER;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.banenschakel.app.Answer;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.HttpLimits;
import nl.banenschakel.platform.stream.xlsx.WorkbookFeed;

/**
 * One operation of the contract and a request that it takes.
 *
 * @param id as in the contract
 * @param target with names such as {@code {run}} and {@code {upload}} in the place of ids
 * @param right a role that may
 * @param wrong a role that may not; none where every role may
 * @param type of the body, where there is one
 */
record ContractOperation(
    String id,
    String method,
    String target,
    Role right,
    Optional<Role> wrong,
    Optional<String> type,
    String body,
    List<String> headers) {
  static final String JSON = "application/json";
  static final String CONTROL_TOTAL =
      "{\"loonheffingennummer\":\"%s\",\"tijdvak\":\"2026-M01\",\"verloondeUren\":270}"
          .formatted(NUMBER);

  private static final String ORGANISATION =
      "{\"name\":\"Nieuw\",\"kinds\":[\"employer\"],\"loonheffingennummers\":[\"%s\"]}"
          .formatted(NUMBER);
  private static final long CONTRACTS_BYTES_MAX = 4L * 1024 * 1024;
  private static final String ANY_ID = "0197a3c4-0000-7e21-b0aa-90c1d2e3f001";

  /** What can be called without a token. */
  static final ContractOperation OPENAPI = reading("getOpenapi", "/v1/openapi.json", Role.HR);

  /** All that need a token. */
  static List<ContractOperation> all() {
    return Stream.of(
            writing(),
            ColumnOperations.all(),
            UploadOperations.all(),
            RegisterOperations.all(),
            YearOperations.all(),
            MandateOperations.all(),
            RelationOperations.all(),
            AgreementOperations.all(),
            StatementOperations.all(),
            ResultOperations.all(),
            readingFacts())
        .flatMap(it -> it)
        .toList();
  }

  private static Stream<ContractOperation> writing() {
    var list = "/v1/register-snapshots?peildatum=2026-04-01";
    var contracts = "/v1/contract-files?delivery=full&source=hr";
    return Stream.of(
        sending("createOrganisation", "/v1/organisations", Role.ADMIN, Role.HR)
            .with(JSON, ORGANISATION),
        sending("addRegisterSnapshot", list, Role.HR, Role.PAYROLL)
            .with("text/csv", SampleFiles.LIST, "Loonheffingennummer", NUMBER),
        sending(
                "addRegisterAnswers",
                "/v1/register-answers?peildatum=2026-03-10",
                Role.HR,
                Role.PAYROLL)
            .with("text/csv", SampleFiles.ANNA + ";in;;\n", "Loonheffingennummer", NUMBER),
        sending("addContractFile", contracts, Role.HR, Role.PAYROLL)
            .with("text/csv", SampleFiles.CONTRACTS, "Loonheffingennummer", NUMBER),
        sending("addWageReturn", "/v1/wage-returns", Role.PAYROLL, Role.HR)
            .with("application/xml", SampleFiles.wageReturn(1)),
        putting("putControlTotal", "/v1/control-totals", Role.PAYROLL, Role.HR)
            .with(JSON, CONTROL_TOTAL),
        deleting(
            "withdrawControlTotal", "/v1/control-totals/{totalToWithdraw}", Role.PAYROLL, Role.HR),
        sending("putContracts", "/v1/contracts", Role.HR, Role.PAYROLL)
            .with(JSON, SampleFiles.contractsJson()),
        deleting("endContract", "/v1/contracts/{contract}?on=2090-12-31", Role.HR, Role.PAYROLL)
            .withHeader("If-Match", "*"),
        sending("searchPersons", "/v1/persons/_search", Role.PAYROLL, Role.FINANCE)
            .with(JSON, "{\"bsns\":[\"%s\"]}".formatted(SampleFiles.ANNA)),
        sending("startReconciliation", "/v1/reconciliations", Role.FINANCE, Role.PAYROLL)
            .with(JSON, "{\"loonheffingennummer\":\"%s\"}".formatted(NUMBER)),
        sending("requeueDeadJob", "/v1/dead-jobs/{deadJob}/_requeue", Role.ADMIN, Role.HR));
  }

  private static Stream<ContractOperation> readingFacts() {
    return Stream.of(
        reading("listOrganisations", "/v1/organisations", Role.SUPPLIER),
        reading("listRegisterSnapshots", "/v1/register-snapshots?limit=2"),
        reading("getRegisterSnapshot", "/v1/register-snapshots/{snapshot}"),
        reading("listRegisterAnswers", "/v1/register-answers?limit=2", Role.PAYROLL, Role.REVIEWER),
        reading("getRegisterAnswer", "/v1/register-answers/{answer}", Role.HR, Role.REVIEWER),
        reading(
                "listPresence",
                "/v1/persons/{person}/presence?from=2026-M01",
                Role.PAYROLL,
                Role.REVIEWER)
            .withHeader("Loonheffingennummer", NUMBER),
        reading("listContracts", "/v1/contracts?limit=2", Role.HR, Role.REVIEWER),
        reading("getContract", "/v1/contracts/{contract}", Role.HR, Role.REVIEWER),
        reading("listWageReturns", "/v1/wage-returns?limit=2"),
        reading("getWageReturn", "/v1/wage-returns/{wageReturn}"),
        reading(
            "listWageReturnRelationships", "/v1/wage-returns/{wageReturn}/relationships?limit=2"),
        reading("listIncomeRelationships", "/v1/income-relationships?tijdvak=2026-M01")
            .withHeader("Loonheffingennummer", NUMBER),
        reading("listTijdvakken", "/v1/tijdvakken").withHeader("Loonheffingennummer", NUMBER),
        reading("listControlTotals", "/v1/control-totals?limit=2")
            .withHeader("Loonheffingennummer", NUMBER),
        reading("getControlTotal", "/v1/control-totals/{controlTotal}"));
  }

  static ContractOperation sending(String id, String target, Role right, Role wrong) {
    return new ContractOperation(
        id, "POST", target, right, Optional.of(wrong), Optional.empty(), "", List.of());
  }

  static ContractOperation putting(String id, String target, Role right, Role wrong) {
    return new ContractOperation(
        id, "PUT", target, right, Optional.of(wrong), Optional.empty(), "", List.of());
  }

  static ContractOperation deleting(String id, String target, Role right, Role wrong) {
    return new ContractOperation(
        id, "DELETE", target, right, Optional.of(wrong), Optional.empty(), "", List.of());
  }

  ContractOperation withHeader(String header, String value) {
    return new ContractOperation(
        id, method, target, right, wrong, type, body, List.of(header, value));
  }

  ContractOperation with(String bodyType, String sent, String... sentHeaders) {
    return new ContractOperation(
        id, method, target, right, wrong, Optional.of(bodyType), sent, List.of(sentHeaders));
  }

  boolean reads() {
    return method.equals("GET");
  }

  /** Its address without the query. */
  String path() {
    return target.replaceAll("\\?.*", "");
  }

  /** The media type of its answer. */
  String answers() {
    return id.equals("getUploadErrors") ? UploadOperations.XLSX : JSON;
  }

  /** Whether it takes a body: a command takes none. */
  boolean takesBody() {
    return type.isPresent();
  }

  /** How much of a body it takes. */
  long bytesMax() {
    if (id.startsWith("preview")) {
      return WorkbookFeed.BYTES_MAX;
    }
    if (!type.equals(Optional.of(JSON))) {
      return HttpLimits.UPLOAD_BYTES_MAX;
    }
    return id.equals("putContracts") ? CONTRACTS_BYTES_MAX : HttpLimits.JSON_BYTES_MAX;
  }

  /** Whether it needs no organisation. */
  boolean isUnbound() {
    return target.startsWith("/v1/organisations");
  }

  /** For the things of somebody, in its address and in its body. */
  ContractOperation of(Map<String, ?> things) {
    var named = target;
    var filled = body;
    for (var thing : things.entrySet()) {
      named = named.replace("{" + thing.getKey() + "}", thing.getValue().toString());
      filled = filled.replace("{" + thing.getKey() + "}", thing.getValue().toString());
    }
    return new ContractOperation(id, method, named, right, wrong, type, filled, headers);
  }

  /** The same with ids that nothing has. */
  ContractOperation ofNothing() {
    return at(target.replaceAll("\\{\\w+}", ANY_ID));
  }

  ContractOperation at(String otherTarget) {
    return new ContractOperation(id, method, otherTarget, right, wrong, type, body, headers);
  }

  @CanIgnoreReturnValue
  Answer call(ApiClient client, String... more) {
    return call(client, type, body.getBytes(java.nio.charset.StandardCharsets.UTF_8), more);
  }

  @CanIgnoreReturnValue
  Answer call(ApiClient client, Optional<String> otherType, byte[] otherBody, String... more) {
    var all = new java.util.ArrayList<>(headers);
    all.addAll(List.of(more));
    return client.send(method, target, otherType, otherBody, all.toArray(String[]::new));
  }

  @Override
  public String toString() {
    return id;
  }

  static ContractOperation reading(String id, String target) {
    return reading(id, target, Role.REVIEWER, Role.LENDER);
  }

  /** Of roles that may not one is enough; none where every role may. */
  static ContractOperation reading(String id, String target, Role right, Role... wrong) {
    return new ContractOperation(
        id, "GET", target, right, Stream.of(wrong).findAny(), Optional.empty(), "", List.of());
  }
}
