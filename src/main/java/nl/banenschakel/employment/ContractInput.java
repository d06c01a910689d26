package nl.banenschakel.employment;

import nl.banenschakel.platform.stream.Decoder;
import nl.banenschakel.platform.stream.table.ColumnMapping;

/** In what form contracts come: what a file and a JSON body do differently. */
interface ContractInput {

  /** Reads them. */
  Decoder<ContractBatch> decoder();

  /** Whose contracts they are: asked for when all has been read without a mistake. */
  ContractDelivery delivery();

  /** Where the loonheffingennummer was given. */
  String numberAt();

  /** By what columns were found: by another mapping it is another delivery. */
  default ColumnMapping mapping() {
    return ColumnMapping.NONE;
  }

  /** The place of a row, in the words of the sender. */
  String at(int line);

  /** A file, beside which the rest was said. */
  record File(
      ContractDecoder decoder, ColumnMapping mapping, ContractDelivery delivery, String numberAt)
      implements ContractInput {

    @Override
    public String at(int line) {
      return decoder.at(line);
    }
  }
}
