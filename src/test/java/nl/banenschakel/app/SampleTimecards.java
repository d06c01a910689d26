package nl.banenschakel.app;

/** Time cards of SETU 1.4 that keep to all its rules. */
public final class SampleTimecards {
  private SampleTimecards() {}

  /** The header that says which version it is. */
  public static String[] version() {
    return new String[] {"messageVersion", "application/x.setu.timecard-v1.4+xml"};
  }

  /**
   * Of the first week of March 2026.
   *
   * @param status empty, or {@code corrected}
   * @param assignment an element {@code AssignmentId}, or none
   * @param lines elements {@code TimeInterval}
   */
  public static String card(
      String document, String status, String person, String assignment, String... lines) {
    return """
    <TimeCard xmlns="http://ns.hr-xml.org/2007-04-15">
      <Id idOwner="StaffingCompany"><IdValue>%s</IdValue></Id>
      <ReportedResource>
        <Person>
          <Id idOwner="StaffingCompany"><IdValue>%s</IdValue></Id>
          <PersonName><FormattedName>Jan</FormattedName></PersonName>
        </Person>
      </ReportedResource>
      <ReportedTime status="%s">
        <PeriodStartDate>2026-03-02</PeriodStartDate>
        <PeriodEndDate>2026-03-08</PeriodEndDate>
        %s
      </ReportedTime>
      <AdditionalData>
        <StaffingAdditionalData>
          <ReferenceInformation>
            <StaffingSupplierId idOwner="StaffingCustomer"><IdValue>39876</IdValue></StaffingSupplierId>
            <StaffingCustomerId idOwner="StaffingCompany"><IdValue>22344</IdValue></StaffingCustomerId>
            %s
          </ReferenceInformation>
        </StaffingAdditionalData>
      </AdditionalData>
    </TimeCard>
    """
        .formatted(document, person, status, String.join("\n", lines), assignment);
  }

  /** An assignment by the lender's name for it. */
  public static String assignment(String reference) {
    return assignment("StaffingCompany", reference);
  }

  /**
   * An assignment.
   *
   * @param owner whose name for it
   */
  public static String assignment(String owner, String reference) {
    return "<AssignmentId idOwner=\"%s\"><IdValue>%s</IdValue></AssignmentId>"
        .formatted(owner, reference);
  }

  /** Hours of a day. */
  public static String line(String id, String day, String hours) {
    return line(id, day, hours, "");
  }

  /**
   * Hours of a day in a correction.
   *
   * @param action an attribute {@code actionCode}, or nothing
   */
  public static String line(String id, String day, String hours, String action) {
    return """
    <TimeInterval type="Regular" billable="true" %s>
      <Id idOwner="StaffingCompany"><IdValue>%s</IdValue></Id>
      <StartDateTime>%sT08:00:00</StartDateTime>
      <Duration>%s</Duration>
      <RateOrAmount currency="EUR" type="hourly" multiplier="100" toBeBilled="true" toBePaid="true">30</RateOrAmount>
    </TimeInterval>
    """
        .formatted(action, id, day, hours);
  }
}
