// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.tideboard.gateway.http.Senders.Sender;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Makes a connection of an accepted socket, unless there are too many. */
final class ConnectionSetup extends ChannelInitializer<Channel> {

  private final Service service;
  private final ChannelGroup open;
  private final @Nullable ServerTls tls;

  ConnectionSetup(Service service, ChannelGroup open, @Nullable ServerTls tls) {
    this.service = service;
    this.open = open;
    this.tls = tls;
  }

  @Override
  protected void initChannel(Channel channel) {
    Sender sender =
        channel.remoteAddress() instanceof InetSocketAddress remote
            ? service.senders().connected(remote.getAddress())
            : null;
    if (sender == null) {
      channel.close();
      return;
    }
    open.add(channel);
    Deadlines deadlines = new Deadlines(service.limits().timeouts());
    ChannelPipeline pipeline = channel.pipeline();
    pipeline.addLast(deadlines);
    if (tls != null) {
      pipeline.addLast(tls.context().newHandler(channel.alloc()));
      pipeline.addLast(new TlsFaults());
    }
    pipeline.addLast(StrictHttp.decoder(service.limits().sizes()));
    pipeline.addLast(new HttpResponseEncoder());
    pipeline.addLast(new Connection(service, sender, deadlines, channel));
  }
}
