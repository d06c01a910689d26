package nl.banenschakel.architecture;

import static nl.banenschakel.architecture.ContractOperation.reading;

import java.util.stream.Stream;
import nl.banenschakel.platform.auth.Role;

/** The operations that tell what came of runs, and what the gateway kept of itself. */
final class ResultOperations {
  private ResultOperations() {}

  static Stream<ContractOperation> all() {
    return Stream.of(
        reading("listReconciliations", "/v1/reconciliations?limit=2"),
        reading("getReconciliation", "/v1/reconciliations/{run}"),
        reading("listFindings", "/v1/reconciliations/{run}/findings?limit=1"),
        reading("listPeople", "/v1/reconciliations/{run}/people?limit=1"),
        reading("getRunPerson", "/v1/reconciliations/{run}/people/{worker}"),
        reading(
            "listRunRelationships", "/v1/reconciliations/{run}/relationships?kind=counted&limit=1"),
        reading("listShares", "/v1/reconciliations/{run}/shares?limit=1"),
        reading("getBreakdownReport", "/v1/reports/breakdown?run={run}&by=department"),
        reading("getCorrectionReport", "/v1/reports/corrections?run={run}"),
        reading("getReconciliationReport", "/v1/reports/reconciliation?run={run}"),
        reading("listEvents", "/v1/events?limit=2", Role.REVIEWER, Role.PRIVACY),
        reading("listAuditLines", "/v1/audit-lines?limit=2", Role.PRIVACY, Role.ADMIN),
        reading("listDeadJobs", "/v1/dead-jobs?limit=2", Role.ADMIN, Role.HR));
  }
}
