package nl.banenschakel.register.answer;

import io.vertx.core.buffer.Buffer;
import java.util.UUID;

/**
 * One answer of a delivery, read without a mistake.
 *
 * @param id the id it gets as evidence, unless it is known already
 * @param line of the file, or place in the list of a body, from 1
 * @param blindIndex stands for the BSN
 */
record AnswerRow(UUID id, int line, Buffer blindIndex, Registration registration) {}
