package dev.fakebeeper.http;

import dev.fakebeeper.contract.HttpHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** The headers of a request where Jetty keeps them: its parser makes them anew for each request. */
record WireHeaders(HttpFields fields) implements HttpHeaders.Source {

  static HttpHeaders of(HttpServletRequest request) {
    var core = ServletContextRequest.getServletContextRequest(request);
    return HttpHeaders.in(new WireHeaders(core.getHeaders()));
  }

  @Override
  public @Nullable String firstOrNull(String name) {
    return fields.get(name);
  }

  @Override
  public List<String> all(String name) {
    return fields.getValuesList(name);
  }

  @Override
  public Map<String, List<String>> asMap() {
    var map = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    for (var name : fields.getFieldNamesCollection()) {
      map.put(name, List.copyOf(fields.getValuesList(name)));
    }
    return Collections.unmodifiableMap(map);
  }
}
