package nl.banenschakel.person.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** People by blind index, and what others publish of them. */
final class PersonSearchRepository {
  private final Sql sql = Sql.load("person");

  /** Those who are known, in the order of the indexes, without contracts. */
  Future<List<FoundPerson>> find(Tx tx, List<Buffer> blindIndexes) {
    Object array = blindIndexes.toArray(Buffer[]::new);
    return tx.list(sql.get("findPeople"), PersonSearchRepository::person, array);
  }

  Future<Map<UUID, List<FoundPerson.Contract>>> contracts(Tx tx, List<FoundPerson> people) {
    Object array = people.stream().map(FoundPerson::id).toArray(UUID[]::new);
    return tx.list(sql.get("listContractsOfPeople"), row -> row, array)
        .map(
            rows ->
                rows.stream()
                    .collect(
                        groupingBy(
                            row -> row.getUUID("person_id"),
                            mapping(PersonSearchRepository::contract, toList()))));
  }

  private static FoundPerson person(Row row) {
    return new FoundPerson(
        row.getInteger("place"),
        row.getUUID("person_id"),
        row.getOffsetDateTime("known_from"),
        row.getBoolean("listed"),
        row.getBoolean("answered"),
        List.of());
  }

  private static FoundPerson.Contract contract(Row row) {
    return new FoundPerson.Contract(
        row.getUUID("contract_id"),
        Loonheffingennummer.parse(row.getString("loonheffingennummer")),
        row.getString("source"),
        row.getString("personnel_number"),
        Optional.ofNullable(row.getString("contract_number")));
  }
}
