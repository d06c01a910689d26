package nl.banenschakel.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.banenschakel.platform.http.Reply;

/**
 * Makes pages of the templates in {@code src/main/jte}, which escape all they are given. Safe for
 * several event loops.
 */
public final class Html {
  /** Only our own style and images, forms only to us, no script, no frame, no other base. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Asset style = Asset.load("getStyle", "banenschakel", "css", "text/css");
  private final Asset icon = Asset.load("getIcon", "banenschakel", "svg", "image/svg+xml");

  List<Asset> assets() {
    return List.of(style, icon);
  }

  /** A page of one message. */
  Reply message(Message message) {
    return page("message.jte", Map.of("message", message));
  }

  /** A page: 200. */
  public Reply page(String template, Map<String, Object> parameters) {
    var all = new HashMap<>(parameters);
    all.put("style", style.path());
    all.put("icon", icon.path());
    var text = new StringOutput();
    templates.render(template, all, text);
    return Reply.text("text/html", text.toString())
        .with("Content-Security-Policy", POLICY)
        // Not no-referrer: browsers then send forms with the origin null, which says nothing.
        .with("Referrer-Policy", "same-origin");
  }
}
