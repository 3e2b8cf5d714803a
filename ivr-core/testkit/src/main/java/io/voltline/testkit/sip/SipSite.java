package io.voltline.testkit.sip;

import java.util.List;
import java.util.Map;

/**
 * Where calls go and how SIPp is run there.
 *
 * @param address the switch, for example {@code 127.0.0.1:5060}
 * @param sipp the command that runs SIPp; its working directory must be the caller's
 * @param environment set for that command, over the inherited one
 */
public record SipSite(String address, List<String> sipp, Map<String, String> environment) {}
