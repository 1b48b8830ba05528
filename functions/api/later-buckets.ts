import type { ApiPorts } from '../../shared/api-ports.ts';
import type { Environment } from '../environment.ts';

type Buckets = Pick<ApiPorts, 'sending' | 'downloads' | 'scans'>;

/**
 * The buckets as people send to them and download from them. S3's client is loaded with the first call:
 * most requests are about the table alone, and a cold start waits for all that is loaded.
 */
export function laterBuckets(environment: Environment): Buckets {
  let loading: Promise<Buckets> | null = null;
  const loaded = (): Promise<Buckets> => {
    loading ??= load(environment);
    return loading;
  };
  return {
    sending: {
      storeUpload: async (...given) => (await loaded()).sending.storeUpload(...given),
      uploadForm: async (...given) => (await loaded()).sending.uploadForm(...given),
      describeUpload: async (...given) => (await loaded()).sending.describeUpload(...given),
    },
    downloads: {
      describeOutput: async (...given) => (await loaded()).downloads.describeOutput(...given),
      openOutput: async (...given) => (await loaded()).downloads.openOutput(...given),
      linkToOutput: async (...given) => (await loaded()).downloads.linkToOutput(...given),
    },
    scans: {
      storeScan: async (...given) => (await loaded()).scans.storeScan(...given),
      scanForm: async (...given) => (await loaded()).scans.scanForm(...given),
      readPosted: async (...given) => (await loaded()).scans.readPosted(...given),
    },
  };
}

async function load({ UPLOADS_BUCKET, OUTPUTS_BUCKET }: Environment): Promise<Buckets> {
  const [{ s3Client }, { s3Sending }, { s3Downloads }, { s3Scans }] = await Promise.all([
    import('../s3-client.ts'),
    import('../s3-sending.ts'),
    import('../s3-downloads.ts'),
    import('../s3-scans.ts'),
  ]);
  const s3 = s3Client();
  return {
    sending: s3Sending(s3, UPLOADS_BUCKET),
    downloads: s3Downloads(s3, OUTPUTS_BUCKET),
    scans: s3Scans(s3, OUTPUTS_BUCKET),
  };
}
