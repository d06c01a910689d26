package nl.banenschakel.relation.invitation;

import java.util.Optional;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.mail.EmailAddress;

/**
 * Somebody is to be invited.
 *
 * @param recipient who, as the one that invites calls them
 * @param email where the link is sent; empty: the one that invites hands it over
 */
record InvitationDraft(String recipient, Optional<EmailAddress> email) {
  private static final int RECIPIENT_MAX = 200;

  static InvitationDraft parse(Fields in) {
    var recipient = in.required("recipient", Fields.text(RECIPIENT_MAX));
    var email = in.optional("email", EmailAddress::parse);
    return in.build(() -> new InvitationDraft(recipient.get(), email.optional()));
  }
}
