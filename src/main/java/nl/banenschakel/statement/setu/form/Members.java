package nl.banenschakel.statement.setu.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is in a message, or in an element of it: by name a text, a number, true or false, other
 * members, or a list of these. It is what was sent, right or wrong; after {@link FormCheck} it is
 * right.
 */
public final class Members {
  private final Map<String, @Nullable Object> all = new LinkedHashMap<>();
  private final Map<String, List<Object>> lists = new LinkedHashMap<>();

  /** The names that were sent. */
  public Set<String> names() {
    return Collections.unmodifiableSet(all.keySet());
  }

  /** What has that name; null when there is none, or when it was sent as null. */
  public @Nullable Object value(String name) {
    return all.get(name);
  }

  /** The text of that name. */
  public Optional<String> text(String name) {
    return all.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** A text that the form requires. */
  public String required(String name) {
    return text(name).orElseThrow();
  }

  /** The members of that name. */
  public Optional<Members> members(String name) {
    return all.get(name) instanceof Members members ? Optional.of(members) : Optional.empty();
  }

  /** Members that the form requires, within each other. */
  public Members in(String... path) {
    var at = this;
    for (var name : path) {
      at = at.members(name).orElseThrow();
    }
    return at;
  }

  /** All members of that name; none when there is no such list. */
  public List<Members> list(String name) {
    return items(name).stream().filter(Members.class::isInstance).map(Members.class::cast).toList();
  }

  /** Puts it there, in the place of what may have been there. */
  public void put(String name, @Nullable Object value) {
    all.put(name, value);
  }

  /** Takes it away. */
  public void remove(String name) {
    all.remove(name);
  }

  /** Adds it to a list of that name. */
  void add(String name, Object item) {
    lists
        .computeIfAbsent(
            name,
            first -> {
              var list = new ArrayList<Object>();
              all.put(name, list);
              return list;
            })
        .add(item);
  }

  /** The items of a list of that name; none when there is no such list. */
  List<?> items(String name) {
    return all.get(name) instanceof List<?> list ? list : List.of();
  }
}
