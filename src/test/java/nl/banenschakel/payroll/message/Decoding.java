package nl.banenschakel.payroll.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.payroll.message.WageReturnBatch.Row;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.vault.TenantVault;
import nl.banenschakel.platform.vault.Vault;

/** What came out of decoding one wage return. */
record Decoding(WageReturnDecoder decoder, List<Row> rows, int people) {
  static final TenantVault VAULT = Vault.inMemory().forTenant(new UUID(1, 1));

  static Decoding of(String xml) {
    return of(xml.getBytes(UTF_8), () -> Integer.MAX_VALUE);
  }

  /** In pieces of these sizes. */
  static Decoding of(byte[] xml, IntSupplier sizes) {
    var decoder = new WageReturnDecoder(new PersonSealer(VAULT), Optional.empty());
    return of(decoder, xml, sizes);
  }

  static Decoding of(WageReturnDecoder decoder, byte[] xml, IntSupplier sizes) {
    var batches = new ArrayList<WageReturnBatch>();
    for (int from = 0; from < xml.length; ) {
      int to = (int) Math.min(xml.length, from + (long) sizes.getAsInt());
      batches.addAll(decoder.feed(Arrays.copyOfRange(xml, from, to)));
      from = to;
    }
    batches.addAll(decoder.end());
    return new Decoding(
        decoder,
        batches.stream().flatMap(batch -> batch.rows().stream()).toList(),
        batches.stream().mapToInt(batch -> batch.people().size()).sum());
  }

  WageReturnMessage message() {
    return decoder.message();
  }

  /** Each as its place and its code. */
  List<String> mistakes() {
    return decoder.mistakes().kept().stream().map(it -> it.at() + " " + it.code()).toList();
  }

  static boolean isOf(Row row, String bsn) {
    return VAULT.blindIndex(Bsn.parse(bsn)).equals(row.blindIndex());
  }
}
