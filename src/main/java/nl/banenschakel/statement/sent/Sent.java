package nl.banenschakel.statement.sent;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * A statement as it came, with what only some forms say.
 *
 * @param replaces the statement that it takes the place of, by its id here
 * @param withdraws whether it takes that back and states nothing in its place
 */
public record Sent(
    StatementDraft draft,
    Optional<UUID> replaces,
    Purchase purchase,
    Channel channel,
    boolean withdraws) {

  /** One that states hours. */
  public Sent(StatementDraft draft, Optional<UUID> replaces, Purchase purchase, Channel channel) {
    this(draft, replaces, purchase, channel, false);
  }

  /** One that takes back what stood in its days, and states nothing in its place. */
  public static Sent withdrawal(StatementDraft draft, UUID replaces, Channel channel) {
    return new Sent(draft.withoutLines(), Optional.of(replaces), Purchase.NONE, channel, true);
  }

  /** The same as a correction of what came before of its document. */
  public Sent correcting() {
    return new Sent(draft.correcting(), replaces, purchase, channel, withdraws);
  }

  /** The same in the place of another one. */
  public Sent inPlaceOf(UUID other) {
    return new Sent(draft, Optional.of(other), purchase, channel, withdraws);
  }

  /** Whether another one states the same under the same document. */
  public boolean statesAs(Sent other) {
    return draft.document().equals(other.draft.document())
        && Arrays.equals(digest(), other.digest());
  }

  /** The same of an assignment that another one of its chain has, where it names none itself. */
  public Sent orOf(Optional<Reference> assignment) {
    return new Sent(draft.orOf(assignment), replaces, purchase, channel, withdraws);
  }

  /** One in a form that says no more than the draft. */
  public static Sent of(StatementDraft draft, Channel channel) {
    return new Sent(draft, Optional.empty(), Purchase.NONE, channel);
  }

  /** SHA-256 over all it says, in whatever form: equal content has equal digests. */
  public byte[] digest() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      write(out);
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("This Java has no SHA-256", missing);
    }
  }

  private void write(DataOutputStream out) throws IOException {
    if (draft.assignment().isPresent()) {
      write(out, draft.assignment().get());
    }
    out.writeUTF(draft.firstDay() + " " + draft.lastDay());
    out.writeUTF(draft.purchaseOrder().orElse(""));
    out.writeUTF(replaces.map(UUID::toString).orElse(""));
    out.writeUTF(
        purchase.labourShare().map(it -> it.stripTrailingZeros().toPlainString()).orElse(""));
    out.writeUTF(purchase.deliveredOn().map(Object::toString).orElse(""));
    out.writeInt(purchase.invoices().size());
    for (var invoice : purchase.invoices()) {
      out.writeUTF(invoice.number());
      out.writeUTF(invoice.invoicedOn() + " " + invoice.paidOn());
    }
    out.writeInt(draft.lines().size());
    for (var line : draft.lines()) {
      write(out, line);
    }
    if (withdraws) {
      out.writeBoolean(true);
    }
  }

  private static void write(DataOutputStream out, LineDraft line) throws IOException {
    write(out, line.line());
    write(out, line.person());
    out.writeUTF(line.hourType());
    out.writeUTF(line.day() + " " + line.lastDay());
    out.writeUTF(line.start().map(it -> it.toInstant().toString()).orElse(""));
    out.writeUTF(line.end().map(it -> it.toInstant().toString()).orElse(""));
    out.writeLong(line.hours().hundredths());
    out.writeUTF(line.action().name());
  }

  private static void write(DataOutputStream out, Reference reference) throws IOException {
    out.writeUTF(reference.owner().name());
    out.writeUTF(reference.value());
  }
}
