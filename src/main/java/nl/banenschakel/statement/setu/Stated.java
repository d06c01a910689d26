package nl.banenschakel.statement.setu;

import java.util.List;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.statement.sent.StatementDraft;

/**
 * What a time card states.
 *
 * @param warnings what is odd and was taken all the same, each with its place
 */
public record Stated(StatementDraft draft, List<Violation> warnings) {}
