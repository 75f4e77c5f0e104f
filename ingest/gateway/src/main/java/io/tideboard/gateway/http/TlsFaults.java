// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection on which TLS failed, without a word: whoever speaks plain HTTP there would
 * have its bytes in the message, and every scanner a line in the log.
 */
final class TlsFaults extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(TlsFaults.class);

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof DecoderException && cause.getCause() instanceof SSLException failure) {
      LOG.debug("A connection is closed because TLS failed: {}", failure.getClass().getName());
      ctx.close();
    } else {
      ctx.fireExceptionCaught(cause);
    }
  }
}
