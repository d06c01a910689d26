package nl.banenschakel.party;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.Optional;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Rows of the schema {@code party}. */
final class OrganisationRepository {
  private final Sql sql = Sql.load("party");

  Future<Void> insert(Tx tx, OrganisationDraft draft, String createdBy) {
    var kinds = draft.kinds().stream().map(Enum::name).toArray(String[]::new);
    var numbers = draft.numbers().stream().map(Loonheffingennummer::text).toArray(String[]::new);
    return tx.update(sql.get("insertOrganisation"), tx.tenant(), draft.name(), kinds, createdBy)
        .compose(inserted -> tx.update(sql.get("insertNumbers"), tx.tenant(), numbers))
        .mapEmpty();
  }

  /** The tenant's own. */
  Future<Optional<Organisation>> find(Tx tx) {
    return tx.first(sql.get("findOrganisation"), OrganisationRepository::organisation, tx.tenant());
  }

  Future<Boolean> owns(Tx tx, Loonheffingennummer number) {
    return tx.first(sql.get("ownsNumber"), row -> true, tx.tenant(), number.text())
        .map(Optional::isPresent);
  }

  private static Organisation organisation(Row row) {
    return new Organisation(
        row.getUUID("tenant_id"),
        row.getString("name"),
        Arrays.stream(row.getArrayOfStrings("kinds")).map(Organisation.Kind::valueOf).toList(),
        Arrays.stream(row.getArrayOfStrings("numbers")).map(Loonheffingennummer::parse).toList(),
        row.getOffsetDateTime("created_at"));
  }
}
