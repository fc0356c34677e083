package dev.alidade.s3;

import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.domain.PageSet;
import org.jclouds.blobstore.domain.StorageMetadata;
import org.jclouds.blobstore.options.ListContainerOptions;
import org.jclouds.blobstore.util.ForwardingBlobStore;
import org.jclouds.rest.AuthorizationException;

/** A storage for one who may write, and not see what is there. */
final class NotListed extends ForwardingBlobStore {
  NotListed(BlobStore store) {
    super(store);
  }

  @Override
  public PageSet<? extends StorageMetadata> list(String container, ListContainerOptions options) {
    throw new AuthorizationException("may not list");
  }
}
