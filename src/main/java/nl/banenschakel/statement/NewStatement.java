package nl.banenschakel.statement;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.vault.TenantVault;
import nl.banenschakel.relation.Relation;
import nl.banenschakel.statement.assignment.Assignment;
import nl.banenschakel.statement.governing.Governing;
import nl.banenschakel.statement.hourtype.HourTypeService;
import nl.banenschakel.statement.hourtype.Verdict;
import nl.banenschakel.statement.sent.LineDraft;
import nl.banenschakel.statement.sent.Reference;
import nl.banenschakel.statement.sent.Sent;
import nl.banenschakel.statement.sent.StatementDraft;

/** What becomes of a statement that was sent: its head and its lines as they are kept. */
record NewStatement(Statement head, List<Statement.Line> lines) {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int RECEIPT_DIGITS = 12;
  private static final int BITS_PER_DIGIT = 5;
  private static final int DIGITS_PER_GROUP = 4;

  /**
   * Marks it, and routes it.
   *
   * @param governing only where the relation runs in its days does the receiver read it
   * @param old what it replaces; who read that is to know that it stands no longer
   * @param keys of the sender
   * @param types tell whether hours count
   */
  static NewStatement of(
      UUID id,
      Caller caller,
      Sent sent,
      Optional<Assignment> assignment,
      Governing governing,
      Optional<Statement> old,
      TenantVault keys,
      HourTypeService types) {
    var draft = sent.draft();
    var sender = caller.organisation();
    var receiver = receiver(sender, governing.open(), old);
    var lines = lines(draft, assignment, keys.pseudonymsFor(receiver.orElse(sender)), types);
    var head =
        new Statement(
            id,
            sender,
            receiver,
            assignment.map(Assignment::relation),
            assignment.map(Assignment::id),
            draft.firstDay(),
            draft.lastDay(),
            draft.purchaseOrder().or(() -> assignment.flatMap(Assignment::purchaseOrder)),
            sent.channel(),
            marks(sent, assignment, governing, old),
            sent.purchase(),
            hours(lines, List.of(Verdict.values())),
            new Statement.Judged(
                hours(lines, List.of(Verdict.COUNTS)), hours(lines, List.of(Verdict.TO_MAP))),
            lines.size(),
            new Statement.Receipt(number(id), OffsetDateTime.now(ZoneOffset.UTC), caller.subject()),
            new Statement.Replacing(
                old.map(it -> it.replacing().original()).orElse(id),
                old.map(Statement::id),
                Optional.empty()),
            governing.governed(draft),
            Optional.of(new Statement.Source(draft.document(), draft.assignment())));
    return new NewStatement(head, lines);
  }

  /** Whether the hours of each line count, in order. */
  List<Verdict> verdicts() {
    return lines.stream().map(Statement.Line::counts).toList();
  }

  private static List<Mark> marks(
      Sent sent, Optional<Assignment> assignment, Governing governing, Optional<Statement> old) {
    var corrects = sent.draft().corrects() || old.isPresent();
    var marks = new ArrayList<>(Mark.of(sent.draft(), assignment, governing.open()));
    marks.addAll(governing.marks(sent.draft(), corrects));
    if (corrects && old.isEmpty()) {
      marks.add(Mark.CORRECTS_UNKNOWN);
    }
    if (sent.withdraws()) {
      marks.add(Mark.WITHDRAWN);
    }
    return List.copyOf(marks);
  }

  private static Optional<UUID> receiver(
      UUID sender, Optional<Relation> open, Optional<Statement> old) {
    return open.flatMap(relation -> relation.otherThan(sender))
        .or(() -> old.flatMap(Statement::receiver));
  }

  private static List<Statement.Line> lines(
      StatementDraft draft,
      Optional<Assignment> assignment,
      Function<String, UUID> pseudonyms,
      HourTypeService types) {
    var lines = new ArrayList<Statement.Line>(draft.lines().size());
    var people = new HashMap<Reference, UUID>(); // A time card has many lines of one person.
    for (var line : draft.lines()) {
      lines.add(
          new Statement.Line(
              lines.size() + 1,
              people.computeIfAbsent(
                  line.person(), it -> pseudonyms.apply(it.owner() + " " + it.value())),
              line.day(),
              line.lastDay(),
              line.hours(),
              line.action() == LineDraft.Action.VOID,
              types.verdict(line.hourType(), line.day()),
              Mark.of(draft, line, assignment),
              Optional.of(
                  new Statement.LineSource(
                      line.line().value(),
                      line.place(),
                      line.person(),
                      line.hourType(),
                      line.start(),
                      line.end()))));
    }
    return lines;
  }

  private static WorkedHours hours(List<Statement.Line> lines, List<Verdict> verdicts) {
    return lines.stream()
        .filter(line -> !line.isVoid() && verdicts.contains(line.counts()))
        .map(Statement.Line::hours)
        .reduce(WorkedHours.NONE, WorkedHours::plus);
  }

  /** Of the random part of the id, such as {@code 7QK2-0M9D-XW4T}: without letters like digits. */
  private static String number(UUID id) {
    var number = new StringBuilder();
    long bits = id.getLeastSignificantBits();
    for (int i = 0; i < RECEIPT_DIGITS; i++) {
      if (i > 0 && i % DIGITS_PER_GROUP == 0) {
        number.append('-');
      }
      number.append(DIGITS.charAt((int) (bits & 31)));
      bits >>>= BITS_PER_DIGIT;
    }
    return number.toString();
  }
}
