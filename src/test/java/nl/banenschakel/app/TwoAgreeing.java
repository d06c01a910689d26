package nl.banenschakel.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;

/** The two organisations in a relation, and what they agree on. */
class TwoAgreeing extends TwoOrganisations {
  static final int AT_ONCE = 20;

  String relation;

  @BeforeEach
  void relate() {
    var begun = begin("receiver");
    accept(lender, invite(begun)).expect(200);
    relation = address(begun);
  }

  String agreed() {
    var address = draft(school, content(40));
    propose(school, address).expect(200);
    agree(lender, address, hash(lender, address, 1)).expect(200);
    return address;
  }

  String draft(ApiClient client, JsonObject content) {
    var drafted = client.post(relation + "/agreements", JSON, content.encode()).expect(201).json();
    return "/v1/agreements/" + drafted.getString("agreement");
  }

  static Answer propose(ApiClient client, String address) {
    return client.send(
        "POST", address + "/_propose", Optional.empty(), new byte[0], "If-Match", "*");
  }

  static Answer agree(ApiClient client, String address, String hash) {
    return client.post(address + "/_accept", JSON, new JsonObject().put("hash", hash).encode());
  }

  static String hash(ApiClient client, String address, int version) {
    return version(client, address, version).getString("hash");
  }

  static JsonObject version(ApiClient client, String address, int version) {
    return client.get(address + "/versions/" + version).expect(200).json();
  }

  static JsonObject content(int share) {
    return new JsonObject()
        .put("validFrom", "2026-01-01")
        .put("validUntil", "2026-12-31")
        .put("regime", "act-2025")
        .put("channel", "setu-2-0")
        .put("silence", "accepts")
        .put(
            "terms",
            JsonArray.of(terms("bonus", "percentage-of-received", share).put("cap", 2000)));
  }

  static JsonObject terms(String component, String basis, int rate) {
    return new JsonObject()
        .put("component", component)
        .put("basis", basis)
        .put("payer", "provider")
        .put("tiers", JsonArray.of(new JsonObject().put("above", 0).put("rate", rate)));
  }

  static String sha256(JsonObject document) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of()
        .formatHex(digest.digest(document.encode().getBytes(StandardCharsets.UTF_8)));
  }

  static List<Answer> atOnce(Callable<Answer> call) throws Exception {
    var threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var answers = new ArrayList<Answer>();
      for (Future<Answer> answer : threads.invokeAll(Collections.nCopies(AT_ONCE, call))) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }
}
