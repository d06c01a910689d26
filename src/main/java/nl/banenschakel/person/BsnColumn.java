package nl.banenschakel.person;

import java.util.Optional;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.table.TableCell;
import nl.banenschakel.platform.stream.table.TableColumn;
import nl.banenschakel.platform.stream.table.TableHeader;

/** What a column of BSNs is called in a file, whatever the file is of, and what its cells hold. */
public final class BsnColumn {
  /** It must be there. */
  public static final TableColumn REQUIRED =
      TableColumn.required(
          "bsn",
          "BSN",
          "BSN-nummer, BSN nr, BSN no, BSN number, Burgerservicenummer, Burgerservicenr, "
              + "Burgerservice no, Burgerservicenummer (BSN), BSN (burgerservicenummer), "
              + "Sofinummer, Sofi-nr, BSN/Sofinummer, BSN/Sofi, Sofi/BSN, Sofinummer/BSN, "
              + "BSN medewerker, BSN werknemer, BSN persoon, BSN employee, Employee BSN, "
              + "Citizen service number, Citizen service no, Citizen service nr, "
              + "Citizen service number (BSN), BSN (citizen service number), "
              + "Dutch citizen service number, Social security number, Social security no, SSN, "
              + "BSN/SSN, Social security number (BSN), BSN (social security number), National ID, "
              + "National ID (BSN), National ID number, National identification number, "
              + "National identity number, National identifier");

  private static final int ATTEMPT_DIGITS_MIN = 7;
  private static final int ATTEMPT_DIGITS_MAX = 10;

  private BsnColumn() {}

  /** Adds to the mistakes every column of BSNs, in a file that may have none. */
  public static void refuse(TableHeader header, Mistakes mistakes) {
    var why =
        new Malformed(
            "BSN_COLUMN",
            "This file may have no BSN: leave the column out, and name people by your own reference.");
    header.refuse(REQUIRED, why, mistakes);
  }

  /**
   * What is shown of a cell: that it is a BSN, and no more.
   *
   * @throws Malformed when it is none
   */
  public static String shown(String cell) {
    return Optional.of(TableCell.required(Bsn::parseFromFile).apply(cell))
        .map(bsn -> "valid")
        .orElseThrow();
  }

  /** Whether a cell is a BSN as files hold it. */
  public static boolean isBsn(String cell) {
    try {
      return !Bsn.parseFromFile(cell).digits().isEmpty();
    } catch (Malformed malformed) {
      return false;
    }
  }

  /** Whether a cell seems to be meant as a BSN, with a mistake in it: no name looks like that. */
  public static boolean isAttempt(String cell) {
    var bare = cell.replaceAll("[. ]", "");
    return cell.matches("\\d([.,]\\d+)?[eE]\\+?\\d+")
        || (bare.length() >= ATTEMPT_DIGITS_MIN
            && bare.length() <= ATTEMPT_DIGITS_MAX
            && bare.chars().allMatch(c -> c >= '0' && c <= '9'));
  }
}
