import java.io.File;
import java.util.Arrays;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;

/** java ValidateXsd.java SCHEMA FOLDER: one line per file of FOLDER that breaks SCHEMA. Touches no network. */
class ValidateXsd {
  public static void main(String[] arguments) throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "file");
    Validator validator = factory.newSchema(new File(arguments[0])).newValidator();
    File[] files = new File(arguments[1]).listFiles();
    Arrays.sort(files);
    for (File file : files) {
      try {
        validator.validate(new StreamSource(file));
      } catch (org.xml.sax.SAXException problem) {
        System.out.println(file.getName() + ": " + problem.getMessage());
      }
    }
  }
}
