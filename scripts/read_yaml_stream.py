"""A hook of schemathesis, for test-openapi.ts: reads application/yaml as the stream it is.

Examples may hold several manifests, and a YAML stream several documents (YAML 1.2.2, section 9.2). Schemathesis by itself
takes exactly one, and calls more a broken answer.
"""

import schemathesis
import yaml
from schemathesis.core.deserialization import get_yaml_loader
from schemathesis.core.media_types import YAML_MEDIA_TYPES


# All of them: the first registered for any YAML type is the one that is asked.
@schemathesis.deserializer(*YAML_MEDIA_TYPES)
def read_yaml_stream(_context, response):
    """The document when there is one; else the text, after every document of it has been read."""
    text = response.content.decode()
    documents = list(yaml.load_all(text, Loader=get_yaml_loader()))
    return documents[0] if len(documents) == 1 else text
