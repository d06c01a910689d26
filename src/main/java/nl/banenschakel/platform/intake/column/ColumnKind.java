package nl.banenschakel.platform.intake.column;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableRow;

/**
 * What the columns of one kind of file are, and how its decoder finds them: a look at a file goes
 * by the same.
 *
 * @param <C> where the columns of one file are
 * @param name of the kind, as deliveries have it
 * @param fields what a column can be for, in the order in which they are shown
 * @param finder finds the columns of a file by its first row
 * @param beginsWithData whether a first row is data already, and names no columns
 * @param withoutRows what is said of a file that holds heads alone, where that is a mistake
 * @param readyMade mappings for common exports; where there are none nobody can ask for one
 */
public record ColumnKind<C>(
    String name,
    List<ColumnField<C>> fields,
    Finder<C> finder,
    Predicate<TableRow> beginsWithData,
    Optional<String> withoutRows,
    List<ReadyMadeMapping> readyMade) {

  /** Finds columns. */
  @FunctionalInterface
  public interface Finder<C> {
    /** What is missing, double or refused is added to the mistakes. */
    C find(TableRow first, ColumnMapping mapping, Mistakes mistakes);
  }

  List<String> fieldNames() {
    return fields.stream().map(ColumnField::name).toList();
  }

  Optional<String> fieldAt(int position, C columns) {
    return fields.stream()
        .filter(field -> field.position(columns) == position)
        .map(ColumnField::name)
        .findFirst();
  }

  /** The ready-made mappings by which a file with these heads is read without a mistake. */
  List<String> fitting(TableRow heads) {
    return readyMade.stream()
        .filter(ready -> fits(ready, heads))
        .map(ReadyMadeMapping::name)
        .toList();
  }

  Optional<ReadyMadeMapping> readyMade(String named) {
    return readyMade.stream().filter(ready -> ready.name().equals(named)).findFirst();
  }

  private boolean fits(ReadyMadeMapping ready, TableRow heads) {
    var mistakes = new Mistakes();
    var unused = finder.find(heads, ready.draft().mapping(), mistakes);
    return mistakes.total() == 0;
  }
}
