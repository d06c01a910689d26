package nl.banenschakel.relation.invitation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.mail.EmailAddress;

/** Rows of {@code relation.invitation}: of the one that invites alone. */
final class InvitationRepository {
  private final Sql sql = Sql.load("relation");

  Future<Void> add(Tx tx, UUID id, UUID relation, InvitationDraft draft, String by, Instant until) {
    return tx.update(
            sql.get("addInvitation"),
            tx.tenant(),
            id,
            relation,
            draft.recipient(),
            by,
            until.atOffset(ZoneOffset.UTC),
            draft.email().map(EmailAddress::text).orElse(null))
        .mapEmpty();
  }

  /** Those by e-mail that the tenant gave within 24 hours. */
  Future<Integer> countMailed(Tx tx) {
    return tx.first(sql.get("countMailed"), row -> row.getInteger("mailed"))
        .map(Optional::orElseThrow);
  }

  Future<Optional<Invitation>> find(Tx tx, UUID id) {
    return tx.first(sql.get("findInvitation"), InvitationRepository::invitation, id);
  }

  Future<List<Invitation>> list(Tx tx, UUID relation, Optional<UUID> after, int limit) {
    return tx.list(
        sql.get("listInvitations"),
        InvitationRepository::invitation,
        relation,
        after.orElse(null),
        limit);
  }

  /** It was sent. */
  Future<Void> addMail(Tx tx, UUID id) {
    return tx.update(sql.get("addInvitationMail"), tx.tenant(), id).mapEmpty();
  }

  /** False: it has ended meanwhile. */
  Future<Boolean> end(Tx tx, UUID id, Invitation.Status outcome, String by) {
    return tx.first(sql.get("endInvitation"), row -> true, tx.tenant(), id, outcome.name(), by)
        .map(Optional::isPresent);
  }

  private static Invitation invitation(Row row) {
    return new Invitation(
        row.getUUID("invitation_id"),
        row.getUUID("relation_id"),
        row.getString("recipient"),
        row.getOffsetDateTime("invited_at"),
        row.getString("invited_by"),
        row.getOffsetDateTime("expires_at"),
        Optional.ofNullable(row.getString("email"))
            .map(
                email ->
                    new Invitation.Mailed(
                        EmailAddress.parse(email),
                        Optional.ofNullable(row.getOffsetDateTime("sent_at")))),
        Optional.ofNullable(row.getString("outcome"))
            .map(
                outcome ->
                    new Invitation.End(
                        Invitation.Status.valueOf(outcome),
                        row.getOffsetDateTime("ended_at"),
                        row.getString("ended_by"))));
  }
}
