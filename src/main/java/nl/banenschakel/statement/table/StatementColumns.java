package nl.banenschakel.statement.table;

import java.util.HashMap;
import java.util.Map;
import nl.banenschakel.person.BsnColumn;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.table.TableHeader;

/**
 * Where the columns of a file with statements are. Any other column is not read; one of BSNs, or
 * for the ground of a registration, is refused.
 */
record StatementColumns(Map<StatementColumn, Integer> positions) {
  /** Finds them in the first row; what is missing, double or refused is added to the mistakes. */
  static StatementColumns of(TableHeader header, Mistakes mistakes) {
    var positions = new HashMap<StatementColumn, Integer>();
    for (var column : StatementColumn.ALL) {
      positions.put(column, header.position(column.column(), mistakes));
    }
    header.refuseGround(mistakes);
    BsnColumn.refuse(header, mistakes);
    return new StatementColumns(positions);
  }

  /** Where one is, or {@link TableHeader#ABSENT}. */
  int position(StatementColumn column) {
    return positions.getOrDefault(column, TableHeader.ABSENT);
  }

  /** Whether somebody reads what stands here. */
  boolean isRead(int position) {
    return positions.containsValue(position);
  }
}
