package nl.banenschakel.app;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
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
    return agreed(relation, content(40));
  }

  String draft(ApiClient client, JsonObject content) {
    return draft(client, relation, content);
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
