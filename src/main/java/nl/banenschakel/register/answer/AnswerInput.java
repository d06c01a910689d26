package nl.banenschakel.register.answer;

import nl.banenschakel.register.EvidenceIntake;

/** In what form answers come: what a file and a JSON body do differently. */
interface AnswerInput extends EvidenceIntake.Input<AnswerBatch> {

  /** Where the loonheffingennummer was given. */
  String numberAt();

  /** The place of an answer, in the words of the sender. */
  String at(int line);
}
