package nl.banenschakel.employment;

import java.util.Optional;
import nl.banenschakel.platform.stream.Decoder;

/** In what form contracts come: what a file and a JSON body do differently. */
interface ContractInput {

  /** Reads them. */
  Decoder<ContractBatch> decoder();

  /** Whose contracts they are: asked for when all has been read without a mistake. */
  ContractDelivery delivery();

  /** Where the loonheffingennummer was given. */
  String numberAt();

  /**
   * The version of the mapping by which columns were found: by another one it is another delivery.
   */
  default Optional<Integer> mapping() {
    return Optional.empty();
  }

  /** The place of a row, in the words of the sender. */
  String at(int line);

  /** A file, beside which the rest was said. */
  record File(
      ContractDecoder decoder,
      ContractDelivery delivery,
      Optional<Integer> mapping,
      String numberAt)
      implements ContractInput {

    @Override
    public String at(int line) {
      return decoder.at(line);
    }
  }
}
