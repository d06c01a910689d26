package nl.banenschakel.agreement.explanation;

import java.util.Optional;
import nl.banenschakel.agreement.Agreement;
import nl.banenschakel.agreement.Content;

/**
 * What is explained.
 *
 * @param version empty: it is a draft
 */
record Explained(Agreement agreement, Optional<Integer> version, Content content) {}
