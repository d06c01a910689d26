package nl.banenschakel.agreement.explanation;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.agreement.Agreement;
import nl.banenschakel.agreement.AgreementService;
import nl.banenschakel.agreement.draft.Draft;
import nl.banenschakel.agreement.draft.DraftService;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;

/** Finds what is to be explained. */
final class ExplanationService {
  private final Db db;
  private final AgreementService agreements;
  private final DraftService drafts;

  ExplanationService(Db db, AgreementService agreements, DraftService drafts) {
    this.db = db;
    this.agreements = agreements;
    this.drafts = drafts;
  }

  /**
   * A version, or else the organisation's own draft, or else the latest version.
   *
   * @return fails with {@link Failure.NotFound} where there is none such
   */
  Future<Explained> find(Caller caller, UUID id, Optional<Integer> version) {
    return db.snapshot(
        caller.organisation(),
        tx ->
            agreements
                .existing(tx, id)
                .compose(
                    agreement ->
                        version.isPresent()
                            ? version(tx, agreement, version.get())
                            : drafts
                                .find(tx, agreement)
                                .compose(draft -> draftOrLatest(tx, agreement, draft))));
  }

  private Future<Explained> draftOrLatest(Tx tx, Agreement agreement, Optional<Draft> draft) {
    return draft
        .map(it -> Future.succeededFuture(new Explained(agreement, Optional.empty(), it.content())))
        .orElseGet(() -> version(tx, agreement, agreement.versions().size()));
  }

  private Future<Explained> version(Tx tx, Agreement agreement, int number) {
    return agreements
        .version(tx, agreement, number)
        .map(it -> new Explained(agreement, Optional.of(number), it.content()));
  }
}
