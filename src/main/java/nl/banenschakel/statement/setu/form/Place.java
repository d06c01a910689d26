package nl.banenschakel.statement.setu.form;

/** Where something stands in a message, as the sender knows it. */
public enum Place {
  /** A JSON pointer, such as {@code /timeInterval/0/id}. */
  POINTER,
  /** An element path without the root, such as {@code timeInterval[1]/id}. */
  PATH;

  /** The root itself. */
  String root(FormElement form) {
    return this == POINTER ? "/" : form.name();
  }

  /** A member of what stands at a place; of the root that is empty. */
  public String member(String at, String name) {
    return this == POINTER || !at.isEmpty() ? at + "/" + name : name;
  }

  /**
   * One of a list.
   *
   * @param index from 0
   */
  public String item(String at, int index) {
    return this == POINTER ? at + "/" + index : "%s[%d]".formatted(at, index + 1);
  }
}
