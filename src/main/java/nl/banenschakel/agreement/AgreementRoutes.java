package nl.banenschakel.agreement;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.platform.json.Fields;

/** Agreements over HTTP. */
final class AgreementRoutes {
  private static final String PATH = "/v1/agreements";
  private static final String ONE = PATH + "/:id";
  private static final Set<Role> KEEP = Set.of(Role.FINANCE, Role.LENDER, Role.SUPPLIER);
  private static final Set<Role> READ =
      Set.of(Role.FINANCE, Role.LENDER, Role.SUPPLIER, Role.REVIEWER);
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

  private final AgreementService agreements;
  private final AgreementJson json;

  AgreementRoutes(AgreementService agreements, AgreementJson json) {
    this.agreements = agreements;
    this.json = json;
  }

  void mount(Endpoints http) {
    http.get("listAgreements", "/v1/relations/:id/agreements", READ, Reads.NO_PERSONS, this::list);
    http.get("getAgreement", ONE, READ, Reads.NO_PERSONS, this::get);
    http.get("listAgreementVersions", ONE + "/versions", READ, Reads.NO_PERSONS, this::versions);
    http.get(
        "getAgreementVersion", ONE + "/versions/:version", READ, Reads.NO_PERSONS, this::version);
    http.post("acceptAgreement", ONE + "/_accept", KEEP, Reads.NO_PERSONS, this::accept);
    http.post("declineAgreement", ONE + "/_decline", KEEP, Reads.NO_PERSONS, this::decline);
    http.post("endAgreement", ONE + "/_end", KEEP, Reads.NO_PERSONS, this::end);
  }

  /** Where an agreement can be read. */
  static String address(UUID id) {
    return PATH + "/" + id;
  }

  private Future<Reply> list(Call call) {
    var relation = call.pathId("id");
    var parameters = call.parameters();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return agreements
        .list(call.caller(), relation, paging.after(), paging.fetch())
        .map(found -> Reply.ok(paging.page(found, Agreement::id, json::of)));
  }

  private Future<Reply> get(Call call) {
    return agreements.find(call.caller(), call.pathId("id")).map(this::reply);
  }

  private Future<Reply> versions(Call call) {
    return agreements
        .find(call.caller(), call.pathId("id"))
        .map(
            agreement -> {
              var items = new JsonArray();
              agreement.versions().forEach(it -> items.add(AgreementJson.of(agreement, it)));
              return Reply.ok(new JsonObject().put("items", items));
            });
  }

  private Future<Reply> version(Call call) {
    int number = call.pathText("version", AgreementRoutes::number);
    return agreements
        .version(call.caller(), call.pathId("id"), number)
        .map(version -> Reply.ok(json.of(version)));
  }

  private Future<Reply> accept(Call call) {
    var id = call.pathId("id");
    return call.json(AgreementRoutes::hash)
        .compose(hash -> agreements.accept(call.caller(), id, hash))
        .map(this::reply);
  }

  private Future<Reply> decline(Call call) {
    var id = call.pathId("id");
    return call.json(AgreementRoutes::reason)
        .compose(reason -> agreements.decline(call.caller(), id, reason))
        .map(this::reply);
  }

  private Future<Reply> end(Call call) {
    var id = call.pathId("id");
    return call.json(EndDraft::parse)
        .compose(draft -> agreements.end(call.caller(), id, draft))
        .map(this::reply);
  }

  private Reply reply(Agreement agreement) {
    return Reply.ok(json.of(agreement));
  }

  private static String hash(Fields in) {
    var hash =
        in.required(
            "hash",
            text -> {
              if (!HASH.matcher(text).matches()) {
                throw new Malformed(
                    "HASH_FORM", "Expected the hash of a version: 64 digits, 0-9 a-f.");
              }
              return text;
            });
    return in.build(hash::get);
  }

  private static String reason(Fields in) {
    var reason = in.required("reason", Fields.text(EndDraft.REASON_MAX));
    return in.build(reason::get);
  }

  private static int number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new Malformed("NUMBER_FORM", "Expected a number from 1 on.");
    }
    return Integer.parseInt(text);
  }
}
