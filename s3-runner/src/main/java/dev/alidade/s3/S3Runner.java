package dev.alidade.s3;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobProviderMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;

/**
 * Storage that speaks S3 and keeps all in memory: says its port on standard output; the end of
 * standard input ends it. It checks signatures. Three know it, each with the secret of that name and
 * {@code -secret}: {@code keeper} may do all, {@code reader} may not write, {@code writer} may not
 * list.
 */
final class S3Runner {
  private S3Runner() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream answers =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    BlobStore all =
        ContextBuilder.newBuilder(TransientNio2BlobProviderMetadata.builder().build())
            .credentials("keeper", "")
            .build(BlobStoreContext.class)
            .getBlobStore();
    Map<String, BlobStore> stores =
        Map.of("keeper", all, "reader", new NotWritten(all), "writer", new NotListed(all));
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(all)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, "keeper", "keeper-secret")
            .build();
    proxy.setBlobStoreLocator(
        (identity, container, blob) ->
            stores.containsKey(identity)
                ? Map.entry(identity + "-secret", stores.get(identity))
                : null);
    proxy.start();
    answers.println(proxy.getPort());
    System.in.transferTo(PrintStream.nullOutputStream());
    System.exit(0);
  }
}
