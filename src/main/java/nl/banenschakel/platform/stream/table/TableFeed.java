package nl.banenschakel.platform.stream.table;

/**
 * Bytes of one file, in pieces, to rows, in the order of the file; rows without a value are left
 * out. What cannot be a row is a mistake with its place.
 */
public interface TableFeed {

  /** Takes the next bytes. */
  void feed(byte[] piece);

  /**
   * The file has ended: hands on what is left, or a part of it.
   *
   * @return whether there is more, for which it is called again
   */
  boolean end();

  /** The place of a row that was handed on, by its number. */
  String at(int row);
}
