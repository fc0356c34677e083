package dev.alidade.s3;

import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.domain.BlobMetadata;
import org.jclouds.blobstore.domain.MultipartUpload;
import org.jclouds.blobstore.options.PutOptions;
import org.jclouds.blobstore.util.ForwardingBlobStore;
import org.jclouds.rest.AuthorizationException;

/** A storage for one who may see what is there, and not write. */
final class NotWritten extends ForwardingBlobStore {
  NotWritten(BlobStore store) {
    super(store);
  }

  @Override
  public MultipartUpload initiateMultipartUpload(
      String container, BlobMetadata metadata, PutOptions options) {
    throw new AuthorizationException("may not write");
  }
}
