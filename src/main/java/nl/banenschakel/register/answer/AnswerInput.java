package nl.banenschakel.register.answer;

import nl.banenschakel.platform.stream.Decoder;
import nl.banenschakel.register.EvidenceDraft;

/** In what form answers come: what a file and a JSON body do differently. */
interface AnswerInput extends Decoder<AnswerBatch> {

  /** What was asked: when all has been read without a mistake. */
  EvidenceDraft draft();

  /** Where the loonheffingennummer was given. */
  String numberAt();

  /** The place of an answer, in the words of the sender. */
  String at(int line);
}
