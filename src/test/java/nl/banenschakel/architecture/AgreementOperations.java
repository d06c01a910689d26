package nl.banenschakel.architecture;

import static nl.banenschakel.architecture.ContractOperation.JSON;
import static nl.banenschakel.architecture.ContractOperation.deleting;
import static nl.banenschakel.architecture.ContractOperation.putting;
import static nl.banenschakel.architecture.ContractOperation.reading;
import static nl.banenschakel.architecture.ContractOperation.sending;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.platform.auth.Role;

/** The operations of agreements, and what they are tried on. */
final class AgreementOperations {
  private static final String AGREEMENTS = "/v1/agreements";
  private static final String CONTENT =
      "{\"validFrom\":\"2026-01-01\",\"validUntil\":null,\"regime\":\"act-2025\","
          + "\"channel\":\"setu-2-0\",\"silence\":\"accepts\",\"terms\":[{\"component\":\"bonus\","
          + "\"basis\":\"percentage-of-received\",\"payer\":\"provider\",\"cap\":2000,"
          + "\"tiers\":[{\"above\":0,\"rate\":40}]}]}";

  private AgreementOperations() {}

  static Stream<ContractOperation> all() {
    return Stream.concat(reads(), writes());
  }

  private static Stream<ContractOperation> reads() {
    return Stream.of(
        reading(
            "listAgreements",
            "/v1/relations/{relation}/agreements?limit=2",
            Role.FINANCE,
            Role.PRIVACY),
        reading(
            "getAgreementCoverage",
            "/v1/relations/{relation}/agreement-coverage",
            Role.FINANCE,
            Role.HR),
        reading("getAgreement", AGREEMENTS + "/{agreement}", Role.FINANCE, Role.PRIVACY),
        reading("getAgreementDraft", AGREEMENTS + "/{drafted}/draft", Role.FINANCE, Role.HR),
        reading(
            "listAgreementVersions", AGREEMENTS + "/{agreement}/versions", Role.FINANCE, Role.HR),
        reading(
            "getAgreementVersion",
            AGREEMENTS + "/{agreement}/versions/1",
            Role.FINANCE,
            Role.PRIVACY),
        sending(
                "simulateAgreement",
                "/v1/relations/{relation}/agreements/_simulate",
                Role.REVIEWER,
                Role.HR)
            .with(JSON, CONTENT),
        sending("explainAgreement", AGREEMENTS + "/{drafted}/_explain", Role.FINANCE, Role.HR)
            .with(JSON, "{\"persons\":2,\"verloondeUrenPerPerson\":1331,\"bonus\":5000.5}"));
  }

  private static Stream<ContractOperation> writes() {
    return Stream.of(
        sending("draftAgreement", "/v1/relations/{relation}/agreements", Role.FINANCE, Role.HR)
            .with(JSON, CONTENT),
        sending("amendAgreement", AGREEMENTS + "/{toAmend}/_amend", Role.LENDER, Role.HR)
            .with(JSON, CONTENT),
        putting("changeAgreementDraft", AGREEMENTS + "/{drafted}/draft", Role.FINANCE, Role.HR)
            .with(JSON, CONTENT, "If-Match", "*"),
        deleting("discardAgreementDraft", AGREEMENTS + "/{toDiscard}/draft", Role.FINANCE, Role.HR)
            .withHeader("If-Match", "*"),
        sending("proposeAgreement", AGREEMENTS + "/{toPropose}/_propose", Role.FINANCE, Role.HR)
            .withHeader("If-Match", "*"),
        sending("acceptAgreement", AGREEMENTS + "/{toAccept}/_accept", Role.LENDER, Role.HR)
            .with(JSON, "{\"hash\":\"{hashToAccept}\"}"),
        sending("declineAgreement", AGREEMENTS + "/{toDecline}/_decline", Role.LENDER, Role.HR)
            .with(JSON, "{\"reason\":\"Te weinig\"}"),
        sending("endAgreement", AGREEMENTS + "/{toEndAgreement}/_end", Role.LENDER, Role.HR)
            .with(JSON, "{\"lastDay\":\"2098-12-31\",\"reason\":\"Klaar\"}"));
  }

  /**
   * New ones each time: each is used up by an operation.
   *
   * @param relation that both are in
   * @param ours whose things they are, in a role that keeps agreements
   * @param theirs the other one
   */
  static Map<String, String> things(String relation, ApiClient ours, ApiClient theirs) {
    var toAccept = proposed(relation, theirs);
    return Map.of(
        "agreement", accepted(relation, ours, theirs),
        "drafted", draft(relation, ours),
        "toAmend", accepted(relation, ours, theirs),
        "toDiscard", draft(relation, ours),
        "toPropose", draft(relation, ours),
        "toAccept", toAccept,
        "hashToAccept", hash(toAccept, theirs),
        "toDecline", proposed(relation, ours),
        "toEndAgreement", accepted(relation, ours, theirs));
  }

  private static String accepted(String relation, ApiClient ours, ApiClient theirs) {
    var id = proposed(relation, theirs);
    var acceptance = "{\"hash\":\"%s\"}".formatted(hash(id, ours));
    ours.post(AGREEMENTS + "/" + id + "/_accept", JSON, acceptance).expect(200);
    return id;
  }

  private static String proposed(String relation, ApiClient client) {
    var id = draft(relation, client);
    var path = AGREEMENTS + "/" + id + "/_propose";
    client.send("POST", path, Optional.empty(), new byte[0], "If-Match", "*").expect(200);
    return id;
  }

  private static String draft(String relation, ApiClient client) {
    var path = "/v1/relations/" + relation + "/agreements";
    return client.post(path, JSON, CONTENT).expect(201).json().getString("agreement");
  }

  private static String hash(String id, ApiClient client) {
    return client.get(AGREEMENTS + "/" + id + "/versions/1").json().getString("hash");
  }
}
