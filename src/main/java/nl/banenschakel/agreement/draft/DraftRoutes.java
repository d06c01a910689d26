package nl.banenschakel.agreement.draft;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.function.Function;
import nl.banenschakel.agreement.AgreementJson;
import nl.banenschakel.agreement.Content;
import nl.banenschakel.agreement.content.ContentJson;
import nl.banenschakel.agreement.content.Setting;
import nl.banenschakel.agreement.wording.WordingJson;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;

/** Drafts of agreements over HTTP. */
final class DraftRoutes {
  private static final String ONE = "/v1/agreements/:id";
  private static final String DRAFT = ONE + "/draft";
  private static final Set<Role> KEEP = Set.of(Role.FINANCE, Role.LENDER, Role.SUPPLIER);
  private static final Set<Role> READ =
      Set.of(Role.FINANCE, Role.LENDER, Role.SUPPLIER, Role.REVIEWER);

  private final DraftService drafts;
  private final AgreementJson json;
  private final WordingJson wording;

  DraftRoutes(DraftService drafts, AgreementJson json, WordingJson wording) {
    this.drafts = drafts;
    this.json = json;
    this.wording = wording;
  }

  void mount(Endpoints http) {
    http.post(
        "draftAgreement", "/v1/relations/:id/agreements", KEEP, Reads.NO_PERSONS, this::begin);
    http.post("amendAgreement", ONE + "/_amend", KEEP, Reads.NO_PERSONS, this::amend);
    http.get("getAgreementDraft", DRAFT, READ, Reads.NO_PERSONS, this::get);
    http.put("changeAgreementDraft", DRAFT, KEEP, Reads.NO_PERSONS, this::change);
    http.delete("discardAgreementDraft", DRAFT, KEEP, Reads.NO_PERSONS, this::discard);
    http.command("proposeAgreement", ONE + "/_propose", KEEP, Reads.NO_PERSONS, this::propose);
  }

  private Future<Reply> begin(Call call) {
    var relation = call.pathId("id");
    return reader(call)
        .compose(read -> drafts.begin(call.caller(), relation, read))
        .map(this::created);
  }

  private Future<Reply> amend(Call call) {
    var id = call.pathId("id");
    return reader(call).compose(read -> drafts.amend(call.caller(), id, read)).map(this::created);
  }

  private Future<Reply> get(Call call) {
    return drafts.find(call.caller(), call.pathId("id")).map(this::reply);
  }

  private Future<Reply> change(Call call) {
    var id = call.pathId("id");
    var tags = tags(call);
    return reader(call)
        .compose(read -> drafts.change(call.caller(), id, tags, read))
        .map(this::reply);
  }

  private Future<Reply> discard(Call call) {
    var id = call.pathId("id");
    return drafts.discard(call.caller(), id, tags(call)).map(this::reply);
  }

  private Future<Reply> propose(Call call) {
    var id = call.pathId("id");
    return drafts
        .propose(call.caller(), id, tags(call))
        .map(agreement -> Reply.ok(json.of(agreement)));
  }

  private static Set<String> tags(Call call) {
    var parameters = call.parameters();
    var named = parameters.ifMatch();
    return parameters.build(named);
  }

  /** What a draft lacks is filled in by its setting: it is read once that is known. */
  private static Future<Function<Setting, Content>> reader(Call call) {
    return call.json(in -> setting -> ContentJson.parse(in, setting));
  }

  private Reply created(Draft draft) {
    var address = "/v1/agreements/" + draft.agreement().id() + "/draft";
    return Reply.created(address, of(draft)).with("ETag", draft.tag());
  }

  private Reply reply(Draft draft) {
    return Reply.ok(of(draft)).with("ETag", draft.tag());
  }

  private JsonObject of(Draft draft) {
    return new JsonObject()
        .put("agreement", draft.agreement().id().toString())
        .put("relation", draft.agreement().relation().toString())
        .put("content", ContentJson.of(draft.content()))
        .put("sentences", wording.sentences(draft.agreement(), draft.content()))
        .put("changedAt", draft.changedAt().toInstant().toString())
        .put("changedBy", draft.changedBy());
  }
}
